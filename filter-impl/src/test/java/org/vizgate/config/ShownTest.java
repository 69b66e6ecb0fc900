package org.vizgate.config;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShownTest {
    @Test
    void ordinaryText_staysAsItIs() {
        assertThat(Shown.quoted("caf\u00e9 /a?b=c")).isEqualTo("'caf\u00e9 /a?b=c'");
    }

    @Test
    void whatCouldForgeALogLine_isReplaced() {
        assertThat(Shown.plain("a\r\nb\u2028c\u202ed\u001b[31m")).isEqualTo("a??b?c?d?[31m");
    }

    @Test
    void longText_isCutAtAWholeCharacter() {
        assertThat(Shown.plain("x".repeat(80))).hasSize(80);
        assertThat(Shown.plain("x".repeat(81))).isEqualTo("x".repeat(79) + "\u2026");
        assertThat(Shown.plain("\ud83d\ude00".repeat(81))).isEqualTo("\ud83d\ude00".repeat(79) + "\u2026");
    }

    @Test
    void userInfo_isHidden() {
        assertThat(Shown.plain("http://me:p@ss@host/x@y")).isEqualTo("http://[hidden]@host/x@y");
    }
}
