package org.vizgate.crypto;

import java.security.SecureRandom;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SealedBoxTest {
    private static final RandomTokens RANDOM = new RandomTokens(new SecureRandom());

    private final SealedBox box = new SealedBox(RANDOM.bytes(32), RANDOM);

    @Test
    void theSameKeyAndPurpose_open() {
        assertThat(box.open(box.seal("text ü 😀", "client"), "client")).contains("text ü 😀");
        assertThat(box.open(box.seal("", "client"), "client")).contains("");
    }

    @Test
    void theSameText_isNeverTheSameBox() {
        assertThat(box.seal("text", "client")).isNotEqualTo(box.seal("text", "client"));
    }

    @Test
    void anotherPurpose_doesNotOpen() {
        assertThat(box.open(box.seal("text", "client"), "cookie")).isEmpty();
    }

    @Test
    void anotherKey_doesNotOpen() {
        SealedBox other = new SealedBox(RANDOM.bytes(32), RANDOM);

        assertThat(other.open(box.seal("text", "client"), "client")).isEmpty();
    }

    @Test
    void aChangeOfAnyByte_doesNotOpen() {
        byte[] sealed = Base64.getUrlDecoder().decode(box.seal("text", "client"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(box.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), "client"))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void aBoxCutAnywhere_doesNotOpen() {
        String sealed = box.seal("text", "client");
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(box.open(sealed.substring(0, length), "client")).isEmpty();
        }
    }

    @Test
    void garbage_doesNotOpen() {
        assertThat(box.open("", "client")).isEmpty();
        assertThat(box.open("!?", "client")).isEmpty();
        assertThat(box.open("a.b.c", "client")).isEmpty();
        assertThat(box.open("A".repeat(1_000), "client")).isEmpty();
    }

    @Test
    void aKeyOfAnotherLength_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealedBox(new byte[16], RANDOM));
    }
}
