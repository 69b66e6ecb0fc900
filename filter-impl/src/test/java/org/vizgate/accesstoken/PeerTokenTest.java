package org.vizgate.accesstoken;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.Forgery;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.accesstoken.TestClaims.NOW;
import static org.vizgate.accesstoken.TestClaims.RESOURCE;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.ISSUER;

/** Unsigned tokens as the TypeScript peer issues them. */
class PeerTokenTest {
    private final SetClock clock = new SetClock(NOW);
    private final AccessTokens lenient = tokens(TestKeys.lenientCipher(FIRST));

    @Test
    void aTokenOfThePeer_isReadAndNotSigned() {
        VerifiedAccessToken verified = lenient.verify(token("unknown", 1), TestAttempts.SOMEBODY);

        assertThat(verified.signed()).isFalse();
        AccessTokenClaims claims = verified.claims();
        assertThat(claims.subject()).isEqualTo("zoe@example.com");
        assertThat(claims.clientId()).isEqualTo("https://client.example/metadata.json");
        assertThat(claims.grantId()).isEmpty();
        assertThat(claims.audience()).containsExactly("tableau-mcp-server");
        assertThat(claims.tableau()).hasValueSatisfying(tableau -> {
            assertThat(tableau.accessToken().reveal()).isEqualTo("session|token|site-luid");
            assertThat(tableau.userName()).isEqualTo("zoe@example.com");
            assertThat(tableau.siteContentUrl()).isEmpty();
        });
    }

    @Test
    void itsId_isADigestOfTheToken() {
        String one = token("unknown", 1);
        String other = token("unknown", 1);

        assertThat(lenient.verify(one, TestAttempts.SOMEBODY).claims().tokenId())
                .hasSize(43);
        assertThat(lenient.verify(other, TestAttempts.SOMEBODY).claims().tokenId())
                .isNotEqualTo(
                        lenient.verify(one, TestAttempts.SOMEBODY).claims().tokenId());
    }

    @Test
    void itsRefreshToken_isNotKept() {
        assertThat(lenient.verify(token("unknown", 1), TestAttempts.SOMEBODY)
                        .claims()
                        .toString())
                .doesNotContain("refresh-secret");
    }

    @Test
    void whereUnsignedTokensAreNotAccepted_itIsRefused() {
        AccessTokens strict = tokens(TestKeys.cipher(AccessTokenFormat.RSA, FIRST));

        assertThat(Refusals.reason(strict, token("unknown", 1))).contains("not signed");
    }

    @Test
    void ourOwnClaimsWithoutASignature_areRefused() {
        String forged = Forgery.unsigned(FIRST, TestKeys.JSON.write(TestClaims.json(ISSUER)));

        Refusals.assertRefused(lenient, forged);
    }

    @Test
    void aClaimToBeForOurResource_isNotBelieved() {
        assertThat(Refusals.reason(lenient, token("aud", RESOURCE))).contains("aud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "aud",
                "iat",
                "exp",
                "sub",
                "clientId",
                "tableauServer",
                "tableauAccessToken",
                "tableauUserId",
                "tableauExpiresAt"
            })
    void aMissingClaim_isRefused(String name) {
        Refusals.assertRefused(lenient, token(name, null));
    }

    @Test
    void anExpiredOne_isRefused() {
        assertThat(Refusals.reason(lenient, token("exp", NOW.getEpochSecond()))).contains("expired");
        assertThat(Refusals.reason(lenient, token("tableauExpiresAt", NOW.getEpochSecond())))
                .contains("expired");
    }

    @Test
    void deeplyNestedContent_isRefusedAndOverflowsNothing() {
        Refusals.assertRefused(lenient, Forgery.unsigned(FIRST, "{\"mallory\":" + "[".repeat(5_500)));
        Refusals.assertRefused(lenient, Forgery.unsigned(FIRST, "{\"a\":".repeat(1_100)));
    }

    @Test
    void ourOwnTokens_areStillSigned() {
        assertThat(lenient.verify(lenient.issue(TestClaims.ordinary()), TestAttempts.SOMEBODY)
                        .signed())
                .isTrue();
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

    private static String token(String name, @Nullable Object value) {
        Map<String, Object> members = TestClaims.peerJson(ISSUER);
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return Forgery.unsigned(FIRST, TestKeys.JSON.write(members));
    }
}
