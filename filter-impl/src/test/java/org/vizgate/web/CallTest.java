package org.vizgate.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallTest {
    @Test
    void headerNames_areCaseless() {
        Call call =
                TestCall.get("/x").header("X-Name", "1").header("x-name", "2").call();

        assertThat(call.headers("X-NAME")).containsExactly("1", "2");
        assertThat(call.header("x-Name")).contains("1");
        assertThat(call.header("other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=UTF-8",
                " application/json ; a=b"
            })
    void theMediaType_isComparedWithoutItsParameters(String contentType) {
        assertThat(TestCall.get("/x").header("Content-Type", contentType).call().isOf("application/json"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json-seq", "text/plain;application/json", "*/*"})
    void anotherMediaType_isNotTaken(String contentType) {
        assertThat(TestCall.get("/x").header("Content-Type", contentType).call().isOf("application/json"))
                .isFalse();
    }

    @Test
    void aBodyWithoutAMediaType_isOfNone() {
        assertThat(TestCall.get("/x").call().isOf("application/json")).isFalse();
    }

    @Test
    void toString_showsNoSecret() {
        Call call = TestCall.form("/token", "code", "hunter2")
                .query("q=hunter2")
                .header("Authorization", "Basic hunter2")
                .cookie("c", "hunter2")
                .call();

        assertThat(call).hasToString("POST /token [reference-1]");
    }
}
