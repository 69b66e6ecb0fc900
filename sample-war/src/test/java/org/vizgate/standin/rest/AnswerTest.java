package org.vizgate.standin.rest;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {
    private static final Answer HOSTILE = Answer.root(
            Answer.element("site").attribute("name", "a\"b<c>&'\n").child("note", "]]> <script>\u0000\u001B"));

    @Test
    void xml_escapesAndLeavesOutWhatXmlCannotSay() {
        assertThat(AnswerXml.render(HOSTILE))
                .contains("name=\"a&quot;b&lt;c&gt;&amp;'", "&lt;script&gt;\uFFFD\uFFFD</note>")
                .doesNotContain("<script>", "\u0000");
    }

    @Test
    void json_escapes() {
        assertThat(AnswerJson.render(HOSTILE))
                .isEqualTo("{\"site\":{\"name\":\"a\\\"b<c>&'\\n\",\"note\":\"]]> <script>\\u0000\\u001b\"}}");
    }
}
