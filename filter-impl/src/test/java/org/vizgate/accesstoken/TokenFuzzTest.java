package org.vizgate.accesstoken;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.testing.SetClock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a token is or holds: it is invalid_token, for everybody in the same words. */
@Tag("fuzz")
class TokenFuzzTest {
    private static final AccessTokenCipher CIPHER =
            TestKeys.cipher(AccessTokenFormat.DIRECT, TestKeys.FIRST, TestKeys.SECOND);
    private static final AccessTokenCipher LENIENT = TestKeys.lenientCipher(TestKeys.FIRST);
    private static final String[] GENUINE = CIPHER.seal("{}").split("\\.", -1);

    /** The token as it is, and its parts in the places of those of a genuine one. */
    @FuzzTest
    void token(byte[] data) {
        String text = new String(data, UTF_8);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(data);

        assertInvalid(CIPHER, text);
        assertInvalid(LENIENT, text);
        assertInvalid(CIPHER, encoded + "." + String.join(".", List.of(GENUINE).subList(1, 5)));
        assertInvalid(CIPHER, GENUINE[0] + ".." + GENUINE[2] + "." + encoded + "." + GENUINE[4]);
    }

    /** What only we could have written: a fault of another version must not be worse than a foreign token. */
    @FuzzTest
    void claims(byte[] data) {
        String claims = new String(data, UTF_8);
        if (claims.length() < 4_000) {
            // Good claims may be found, too.
            isAccepted(CIPHER, CIPHER.seal(claims));
        }
    }

    private static void assertInvalid(AccessTokenCipher cipher, String token) {
        assertThat(isAccepted(cipher, token)).isFalse();
    }

    private static boolean isAccepted(AccessTokenCipher cipher, String token) {
        AccessTokens tokens = new AccessTokens(
                cipher,
                TestKeys.JSON,
                TestKeys.ISSUER,
                Set.of(TestClaims.RESOURCE),
                Duration.ZERO,
                TestAttempts.unlimited(),
                new SetClock(TestClaims.NOW));
        try {
            tokens.verify(token, TestAttempts.SOMEBODY);
            return true;
        } catch (OAuthException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(e.error().description())
                    .isEqualTo(Refusal.because("x").error().description());
            return false;
        }
    }
}
