package org.vizgate.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonTest {
    private final Json json = new Json();

    @Test
    void anObject_isRead() {
        assertThat(json.read(" {\"a\":{\"b\":[{}]}}\n ").names()).containsExactly("a");
        assertThat(json.read("{}").names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "1", "\"{}\"", "[]", "[{}]", "{", "{\"a\"}", "{\"a\":1,}", "\uFEFF{}"})
    void whatIsNoObject_isRefused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{\"a\":1}{\"a\":2}", "{} x", "{},", "{}]", "{}\0", "{\"a\":1}1"})
    void moreThanOneObject_isRefused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"b\":{\"a\":1,\"a\":2}}", "{\"a\":1,\"\\u0061\":2}"})
    void aRepeatedName_isRefused(String text) {
        assertRefused(text);
    }

    @Test
    void deepNesting_isRefusedAndOverflowsNothing() {
        assertRefused("{\"a\":" + "[".repeat(100_000));
        assertRefused("{\"a\":".repeat(100_000));
        assertRefused("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
    }

    private void assertRefused(String text) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> json.read(text));
    }
}
