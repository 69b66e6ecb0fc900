package org.vizgate.client;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ShortTextTest {
    @Test
    void everyText_comesBack() {
        for (String text : new String[] {"", "{}", "{\"n\":\"\u00fc \ud83d\ude00\"}", "a".repeat(8_192)}) {
            assertThat(ShortText.inflated(ShortText.deflated(text))).contains(text);
        }
    }

    /** A few bytes can stand for any amount of text. */
    @Test
    void moreThanARegistrationCanBe_isNotInflated() {
        assertThat(ShortText.inflated(ShortText.deflated("a".repeat(8_193)))).isEmpty();
        assertThat(ShortText.inflated(ShortText.deflated("a".repeat(10_000_000))))
                .isEmpty();
    }

    @Test
    void textThatDoesNotGetShorter_isKept() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            text.append((char) ('!' + (i * 7_919 + i * i) % 94));
        }

        assertThat(ShortText.inflated(ShortText.deflated(text.toString()))).contains(text.toString());
    }

    @Test
    void whatIsCutOrNoText_isNotInflated() {
        byte[] whole = ShortText.deflated("{\"r\":[\"https://client.example/callback\"]}");

        for (int length = 0; length < whole.length; length++) {
            assertThat(ShortText.inflated(Arrays.copyOf(whole, length))).isEmpty();
        }
        assertThat(ShortText.inflated(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
        assertThat(ShortText.inflated("no deflated text".getBytes(UTF_8))).isEmpty();
    }
}
