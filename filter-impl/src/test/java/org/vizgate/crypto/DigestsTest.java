package org.vizgate.crypto;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DigestsTest {
    /** FIPS 180-2 appendix B.1. */
    @Test
    void theDigestOfAbc_isTheStandards() {
        assertThat(Digests.full("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void theBriefForm_isTheFirst128Bits() {
        assertThat(Digests.brief("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iIw");
    }

    @Test
    void textsOutsideAscii_areDigestedAsUtf8() {
        assertThat(Digests.full("zo\u00eb")).isNotEqualTo(Digests.full("zo?"));
    }

    @Test
    void same_comparesWholeTexts() {
        assertThat(Digests.same("abc", "abc")).isTrue();
        assertThat(Digests.same("", "")).isTrue();
        assertThat(Digests.same("abc", "abd")).isFalse();
        assertThat(Digests.same("abc", "abcd")).isFalse();
        assertThat(Digests.same("abc", "")).isFalse();
    }
}
