package org.vizgate.accesstoken;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.KeyRing;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vizgate.accesstoken.TestClaims.NOW;
import static org.vizgate.accesstoken.TestClaims.RESOURCE;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.ISSUER;
import static org.vizgate.jose.TestKeys.SECOND;

class AccessTokensTest {
    private final SetClock clock = new SetClock(NOW);

    @ParameterizedTest
    @EnumSource
    void anIssuedToken_saysTheSameWhenVerified(AccessTokenFormat format) {
        AccessTokens tokens = tokens(TestKeys.cipher(format, FIRST));

        VerifiedAccessToken verified = tokens.verify(tokens.issue(TestClaims.ordinary()), TestAttempts.SOMEBODY);

        assertThat(verified.claims()).isEqualTo(TestClaims.ordinary());
        assertThat(verified.signed()).isTrue();
    }

    @Test
    void lookUps_areCounted_byWhetherTheTokenWasRemembered() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.DIRECT, FIRST));
        String token = tokens.issue(TestClaims.ordinary());
        tokens.verify(token, TestAttempts.SOMEBODY);
        tokens.verify(token, TestAttempts.SOMEBODY);
        tokens.verify(token, TestAttempts.SOMEBODY);
        Refusals.assertRefused(tokens, "nonsense");

        assertThat(tokens.hits()).isEqualTo(2);
        assertThat(tokens.misses()).isEqualTo(2);
        assertThat(tokens.remembered()).isEqualTo(1);
    }

    @Test
    void severalAudiencesAndNoTableauSession_areKept() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.DIRECT, FIRST));
        AccessTokenClaims two = TestClaims.forAudience("https://elsewhere.example/", RESOURCE);

        assertThat(tokens.verify(tokens.issue(two), TestAttempts.SOMEBODY).claims())
                .isEqualTo(two);
        assertThat(tokens.verify(tokens.issue(TestClaims.withoutTableau()), TestAttempts.SOMEBODY)
                        .claims())
                .isEqualTo(TestClaims.withoutTableau());
    }

    @Test
    void aTokenSeenAgain_isTheSameInstance() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST));
        String token = tokens.issue(TestClaims.ordinary());
        VerifiedAccessToken first = tokens.verify(token, TestAttempts.SOMEBODY);

        String sameText = ("Bearer " + token).substring(7);

        assertThat(tokens.verify(sameText, TestAttempts.SOMEBODY)).isSameAs(first);
    }

    @Test
    void aTokenWithTheTailOfARememberedOne_isNotTakenForIt() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.DIRECT, FIRST));
        String known = tokens.issue(TestClaims.ordinary());
        String other = tokens.issue(TestClaims.ordinary());
        tokens.verify(known, TestAttempts.SOMEBODY);

        String forged = other.substring(0, other.length() - 22) + known.substring(known.length() - 22);

        Refusals.assertRefused(tokens, forged);
        Refusals.assertRefused(tokens, known + "=");
        Refusals.assertRefused(tokens, "A" + known);
    }

    @Test
    void aRefusedToken_isRefusedAgain() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST));
        String foreign = tokens(TestKeys.cipher(AccessTokenFormat.RSA, SECOND)).issue(TestClaims.ordinary());

        Refusals.assertRefused(tokens, foreign);
        Refusals.assertRefused(tokens, foreign);
    }

    @Test
    void aRememberedToken_endsAtTheVerySecond() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST));
        String token = tokens.issue(TestClaims.ordinary());
        tokens.verify(token, TestAttempts.SOMEBODY);

        clock.set(NOW.plus(TestClaims.LIFE).minusNanos(1));
        assertThat(tokens.verify(token, TestAttempts.SOMEBODY)).isNotNull();
        clock.set(NOW.plus(TestClaims.LIFE));
        assertThat(Refusals.reason(tokens, token)).contains("expired");
    }

    @Test
    void manyRequestsWithOneNewToken_getOneInstance() throws Exception {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST));
        String token = tokens.issue(TestClaims.ordinary());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<VerifiedAccessToken> call = () -> tokens.verify(token, TestAttempts.SOMEBODY);
            Set<VerifiedAccessToken> seen = new HashSet<>();
            for (Future<VerifiedAccessToken> answer : threads.invokeAll(Collections.nCopies(100, call))) {
                seen.add(answer.get());
            }
            assertThat(seen).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void afterRotation_oldTokensAreStillVerified() {
        String old = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST)).issue(TestClaims.ordinary());

        assertThat(tokens(TestKeys.cipher(AccessTokenFormat.DIRECT, SECOND, FIRST))
                        .verify(old, TestAttempts.SOMEBODY)
                        .claims())
                .isEqualTo(TestClaims.ordinary());
    }

    @Test
    void aTokenOfAnotherIssuerWithTheSameKey_isRefused() {
        KeyRing foreign = new KeyRing(List.of(FIRST), "https://other.example");
        AccessTokenCipher cipher =
                new AccessTokenCipher(foreign, AccessTokenFormat.RSA, false, TestKeys.RANDOM, TestKeys.JSON);

        Refusals.assertRefused(
                tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST)),
                tokens(cipher).issue(TestClaims.ordinary()));
    }

    @Test
    void claimsTooLongForAToken_areNotIssued() {
        AccessTokenClaims wide = TestClaims.forAudience("https://gate.example/" + "x".repeat(8_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST)).issue(wide));
    }

    @Test
    void whatALogMayPrint_holdsNoSecret() {
        AccessTokens tokens = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST));
        VerifiedAccessToken verified = tokens.verify(tokens.issue(TestClaims.ordinary()), TestAttempts.SOMEBODY);

        assertThat(verified.toString() + verified.claims()).contains("token-1").doesNotContain("session|token");
        assertThat(new TokenKey("secret")).hasToString("TokenKey");
    }

    private AccessTokens tokens(AccessTokenCipher cipher) {
        return new AccessTokens(
                cipher,
                TestKeys.JSON,
                ISSUER,
                Set.of(RESOURCE),
                Duration.ofSeconds(30),
                TestAttempts.unlimited(),
                clock);
    }
}
