package org.vizgate.jose;

import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Base64UrlTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void eachByte_hasExactlyOneCanonicalText() {
        long canonical = ALPHABET.chars()
                .flatMap(first ->
                        ALPHABET.chars().filter(second -> Base64Url.isCanonical("" + (char) first + (char) second)))
                .count();

        assertThat(canonical).isEqualTo(256);
    }

    @Test
    void whatTheJdkWrites_isCanonicalAndMeasuredRight() {
        for (int length = 0; length < 300; length++) {
            byte[] bytes = TestKeys.RANDOM.bytes(length);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

            assertThat(Base64Url.isCanonical(text)).isTrue();
            assertThat(Base64Url.byteLength(text)).isEqualTo(length);
        }
    }

    @Test
    void lengthsThatNoBytesGive_areNotCanonical() {
        assertThat(Base64Url.isCanonical("A")).isFalse();
        assertThat(Base64Url.isCanonical("AAAAA")).isFalse();
    }

    @Test
    void everyOtherCharacter_isRefused() {
        for (char character = 0; character < 0x300; character++) {
            assertThat(Base64Url.isCanonical("AAA" + character)).isEqualTo(ALPHABET.indexOf(character) >= 0);
        }
    }
}
