package org.vizgate.resource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.access.RpcCall;
import org.vizgate.jose.TestKeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RpcCallsTest {
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"query\"}}";

    private final RpcCalls calls = new RpcCalls(TestKeys.JSON);

    @Test
    void aCall_hasItsMethodAndName() {
        assertThat(calls.read(CALL.getBytes(UTF_8))).contains(new RpcCall("tools/call", "query"));
    }

    @Test
    void anEscapedName_isTheNameItMeans() {
        assertThat(calls.read("{\"m\\u0065thod\":\"t\\u006fols\\/call\",\"params\":{\"n\\u0061me\":\"\\u0071\"}}"
                        .getBytes(UTF_8)))
                .contains(new RpcCall("tools/call", "q"));
    }

    @Test
    void withoutParameters_thereIsNoName() {
        assertThat(calls.read("{\"method\":\"ping\"}".getBytes(UTF_8))).contains(new RpcCall("ping", ""));
    }

    @Test
    void anAnswer_callsNothing() {
        assertThat(calls.read("{\"id\":1,\"result\":{}}".getBytes(UTF_8))).contains(new RpcCall("", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{\"method\":\"ping\"}]",
                "{\"method\":\"ping\"} {\"method\":\"tools/call\"}",
                "{\"method\":\"ping\"",
                "{'method':'ping'}",
                "{\"method\":\"ping\"}//",
                "{\"method\":1}",
                "{\"method\":\"x\",\"params\":[1]}",
                "{\"method\":\"x\",\"params\":{\"name\":1}}",
                "\uFEFF{\"method\":\"ping\"}"
            })
    void whatIsNotOneCall_isNotCertain(String body) {
        assertThat(calls.read(body.getBytes(UTF_8))).isEmpty();
    }

    /** The attack: the gate reads one of the two, the application the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\":\"ping\",\"method\":\"tools/call\"}",
                "{\"method\":\"ping\",\"m\\u0065thod\":\"tools/call\"}",
                "{\"method\":\"ping\",\"Method\":\"tools/call\"}",
                "{\"method\":\"x\",\"params\":{\"name\":\"a\"},\"params\":{\"name\":\"b\"}}",
                "{\"method\":\"x\",\"params\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{\"method\":\"x\",\"params\":{\"name\":\"a\",\"NAME\":\"b\"}}",
                "{\"method\":\"x\",\"PARAMS\":{\"name\":\"b\"}}",
                "{\"method\":\"x\",\"id\":{\"a\":1,\"a\":2}}"
            })
    void aMemberThatComesTwice_isNotCertain(String body) {
        assertThat(calls.read(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void anotherEncoding_isNotCertain() {
        assertThat(calls.read(CALL.getBytes(UTF_16))).isEmpty();
        assertThat(calls.read(CALL.getBytes(UTF_16LE))).isEmpty();
        assertThat(calls.read(CALL.replace("query", "qu\u00e9ry").getBytes(ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void deepNesting_isNotCertainAndDoesNoHarm() {
        for (String opening : new String[] {"[", "{\"a\":"}) {
            String deep = "{\"method\":\"ping\",\"params\":{\"x\":" + opening.repeat(10_000);
            assertThat(calls.read(deep.getBytes(UTF_8))).isEmpty();
        }
        String closed = "{\"method\":\"ping\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
        assertThat(calls.read(closed.getBytes(UTF_8))).isEmpty();
    }
}
