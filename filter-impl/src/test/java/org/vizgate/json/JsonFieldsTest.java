package org.vizgate.json;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonFieldsTest {
    private final Json json = new Json();

    @Test
    void membersOfTheRightType_areRead() {
        JsonFields fields = json.read("{\"t\":\"text\",\"n\":7,\"f\":true,\"o\":{\"i\":\"in\"},\"a\":[\"x\",\"y\"],"
                + "\"os\":[{\"k\":1},{\"k\":2}],\"when\":1767268800}");

        assertThat(fields.requiredText("t")).isEqualTo("text");
        assertThat(fields.number("n")).contains(7L);
        assertThat(fields.flag("f")).contains(true);
        assertThat(fields.object("o").orElseThrow().text("i")).contains("in");
        assertThat(fields.texts("a")).contains(List.of("x", "y"));
        assertThat(fields.objects("os").orElseThrow()).hasSize(2);
        assertThat(fields.instant("when")).contains(Instant.parse("2026-01-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"x\":null}"})
    void aMemberThatIsAbsentOrNull_isEmpty(String text) {
        JsonFields fields = json.read(text);

        assertThat(fields.has("x")).isFalse();
        assertThat(fields.text("x")).isEmpty();
        assertThat(fields.number("x")).isEmpty();
        assertThat(fields.flag("x")).isEmpty();
        assertThat(fields.object("x")).isEmpty();
        assertThat(fields.objects("x")).isEmpty();
        assertThat(fields.texts("x")).isEmpty();
        assertThat(fields.textOrTexts("x")).isEmpty();
        assertRefused(() -> fields.requiredText("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{}", "[]", "[\"x\"]"})
    void whatIsNoText_isRefusedAsText(String value) {
        assertRefused(() -> json.read("{\"x\":" + value + "}").text("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "true", "{}", "[1]", "1e15", "-1e15", "1e400"})
    void whatIsNoUsableNumber_isRefusedAsNumber(String value) {
        assertRefused(() -> json.read("{\"x\":" + value + "}").number("x"));
    }

    @Test
    void aFraction_isCutOff() {
        assertThat(json.read("{\"x\":1767268800.999}").instant("x")).contains(Instant.parse("2026-01-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"true\"", "{}", "[true]"})
    void whatIsNoFlag_isRefusedAsFlag(String value) {
        assertRefused(() -> json.read("{\"x\":" + value + "}").flag("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[1]", "[\"a\",1]", "[null]", "[[]]"})
    void whatHoldsNoTexts_isRefusedAsTexts(String value) {
        assertRefused(() -> json.read("{\"x\":" + value + "}").textOrTexts("x"));
    }

    @Test
    void oneTextInPlaceOfAnArray_isAnArrayOfOne() {
        assertThat(json.read("{\"x\":\"one\"}").textOrTexts("x")).containsExactly("one");
        assertRefused(() -> json.read("{\"x\":\"one\"}").texts("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[1]", "[{},1]", "[null]"})
    void whatHoldsNoObjects_isRefusedAsObjects(String value) {
        assertRefused(() -> json.read("{\"x\":" + value + "}").objects("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "\"{}\""})
    void whatIsNoObject_isRefusedAsObject(String value) {
        assertRefused(() -> json.read("{\"x\":" + value + "}").object("x"));
    }

    @Test
    void toString_showsNamesOnly() {
        assertThat(json.read("{\"password\":\"hunter2\"}")).hasToString("JsonFields[password]");
    }

    private static void assertRefused(Runnable reading) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(reading::run);
    }
}
