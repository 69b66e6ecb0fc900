package org.vizgate.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ParametersTest {
    @Test
    void aForm_isDecoded() {
        Parameters form = Parameters.parse("a=1+2&b=%C3%A4%26&c=x=y");

        assertThat(form.required("a")).isEqualTo("1 2");
        assertThat(form.required("b")).isEqualTo("\u00e4&");
        assertThat(form.required("c")).isEqualTo("x=y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=", "a&a=", "b=1"})
    void aParameterWithoutAValue_isAbsent(String encoded) {
        Parameters form = Parameters.parse(encoded);

        assertThat(form.one("a")).isEmpty();
        assertThat(form.has("a")).isFalse();
        assertInvalidRequest(() -> form.required("a"));
    }

    @Test
    void noText_isNoParameters() {
        assertThat(Parameters.parse(null).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&b=2&a=1", "a=1&%61=1"})
    void aRepeatedParameter_isRefused(String encoded) {
        assertInvalidRequest(() -> Parameters.parse(encoded).one("a"));
        assertInvalidRequest(() -> Parameters.parse(encoded).required("a"));
    }

    @Test
    void aRepeatedParameterThatMayBe_hasAllItsValues() {
        assertThat(Parameters.parse("r=1&r=2&r=").all("r")).containsExactly("1", "2");
    }

    @Test
    void namesInAnotherCase_areOtherParameters() {
        assertThat(Parameters.parse("A=1").one("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1"})
    void aMalformedEncoding_isRefused(String encoded) {
        assertInvalidRequest(() -> Parameters.parse(encoded));
    }

    @Test
    void moreThanAHundredParameters_areRefused() {
        assertThat(Parameters.parse("a&".repeat(99) + "b=1").one("b")).contains("1");
        assertInvalidRequest(() -> Parameters.parse("a&".repeat(100) + "b=1"));
    }

    @Test
    void emptyValues_areDropped() {
        assertThat(Parameters.of(Map.of("a", List.of("", ""))).names()).isEmpty();
    }

    @Test
    void toString_showsNamesOnly() {
        assertThat(Parameters.parse("code=hunter2")).hasToString("Parameters[code]");
    }

    private static void assertInvalidRequest(Runnable reading) {
        assertThat(catchThrowableOfType(OAuthException.class, reading::run).code())
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
