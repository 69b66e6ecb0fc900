package org.vizgate.jose;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.jose.TestKeys.FIRST;

/** Random changes to valid tokens. The seed is fixed, so that a failure can be repeated. */
class MutatedTokenTest {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ {}\"\0é";

    private final Random random = new Random(20_261_121);

    @Test
    void mutantsOfADirectToken_areAllRefused() {
        tryMutants(18_000, TestKeys.cipher(AccessTokenFormat.DIRECT, FIRST));
    }

    @Test
    void mutantsOfAnRsaToken_areAllRefused() {
        tryMutants(2_000, TestKeys.cipher(AccessTokenFormat.RSA, FIRST));
    }

    @Test
    void mutantsOfAnUnsignedToken_areAllRefused() {
        AccessTokenCipher cipher = TestKeys.lenientCipher(FIRST);
        String token = Forgery.unsigned(FIRST, "{\"sub\":\"someone\"}");

        IntStream.range(0, 500).forEach(i -> tryOne(cipher, token));
    }

    private void tryMutants(int count, AccessTokenCipher cipher) {
        String token = cipher.seal("{\"sub\":\"someone\",\"tableauAccessToken\":\"secret\"}");

        IntStream.range(0, count).forEach(i -> tryOne(cipher, token));
    }

    private void tryOne(AccessTokenCipher cipher, String token) {
        String mutant = mutant(token);
        if (!mutant.equals(token)) {
            assertThat(Refusals.reason(cipher, mutant)).isNotNull();
        }
    }

    private String mutant(String token) {
        StringBuilder text = new StringBuilder(token);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(16)) {
                case 0 -> text.insert(at, character);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setLength(at + 1);
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                case 4 -> text.setCharAt(at, character);
                // Most stay well-formed, so that they get past the first look.
                default -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(64)));
            }
        }
        return text.toString();
    }
}
