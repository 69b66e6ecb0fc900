package org.vizgate.crypto;

import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class MacKeyTest {
    private final MacKey key = new MacKey("Jefe".getBytes(UTF_8));

    /** RFC 4231 section 4.3. */
    @Test
    void rfc4231Section4Dot3_isReproduced() {
        byte[] expected = HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

        assertThat(key.full("what do ya want for nothing?"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
    }

    @Test
    void theBriefForm_isTheFirst128Bits() {
        assertThat(key.brief("text")).hasSize(22);
        assertThat(Base64.getUrlDecoder().decode(key.full("text")))
                .startsWith(Base64.getUrlDecoder().decode(key.brief("text")));
    }

    @Test
    void textsThatAreSplitElsewhere_haveAnotherMac() {
        assertThat(key.full("ab", "c")).isNotEqualTo(key.full("a", "bc")).isNotEqualTo(key.full("abc"));
    }

    @Test
    void anotherKey_givesAnotherMac() {
        assertThat(new MacKey("jefe".getBytes(UTF_8)).full("text")).isNotEqualTo(key.full("text"));
    }
}
