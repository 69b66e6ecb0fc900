package org.vizgate.accesstoken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.accesstoken.TestClaims.NOW;
import static org.vizgate.accesstoken.TestClaims.RESOURCE;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.ISSUER;

/** Tokens that are properly sealed and say what they must not. */
class ClaimRulesTest {
    private static final long NOW_SECONDS = NOW.getEpochSecond();

    private final SetClock clock = new SetClock(NOW);
    private final AccessTokenCipher cipher = TestKeys.cipher(AccessTokenFormat.DIRECT, FIRST);
    private final AccessTokens tokens = new AccessTokens(
            cipher,
            TestKeys.JSON,
            ISSUER,
            Set.of(RESOURCE, "https://gate.example"),
            Duration.ofSeconds(30),
            TestAttempts.unlimited(),
            clock);

    @Test
    void ordinaryClaims_areAccepted() {
        assertThat(tokens.verify(with("unknown", Map.of("deep", List.of(1))), TestAttempts.SOMEBODY)
                        .claims())
                .isEqualTo(TestClaims.ordinary());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "jti",
                "client_id",
                "scope",
                "grant_id",
                "tableauServer",
                "tableauUserId",
                "tableauUserName",
                "tableauSiteId",
                "tableauSiteContentUrl",
                "tableauExpiresAt"
            })
    void aMissingClaim_isRefused(String name) {
        Refusals.assertRefused(tokens, with(name, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "nbf",
                "jti",
                "client_id",
                "scope",
                "grant_id",
                "tableauServer",
                "tableauAccessToken",
                "tableauUserId",
                "tableauUserName",
                "tableauSiteId",
                "tableauExpiresAt"
            })
    void aClaimOfAnotherType_isRefused(String name) {
        Refusals.assertRefused(tokens, with(name, Map.of("mallory", true)));
        Refusals.assertRefused(tokens, with(name, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "nbf", "tableauExpiresAt"})
    void aTimeThatIsNoUsableNumber_isRefused(String name) {
        Refusals.assertRefused(tokens, with(name, Long.toString(NOW_SECONDS + 60)));
        Refusals.assertRefused(tokens, with(name, 1e300));
        Refusals.assertRefused(tokens, with(name, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "aud", "jti", "client_id", "tableauAccessToken", "tableauUserId"})
    void anEmptyText_isRefused(String name) {
        Refusals.assertRefused(tokens, with(name, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://mallory.example", "https://gate.example/", "HTTPS://gate.example", "https://gate.exampl"
            })
    void anotherIssuer_isRefused(String issuer) {
        assertThat(Refusals.reason(tokens, with("iss", issuer))).contains("iss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gate.example/mcp/",
                "https://gate.example/mcp2",
                "https://gate.example/MCP",
                "https://gate.example.mallory.example",
                "tableau-mcp-server",
            })
    void anotherAudience_isRefused(String audience) {
        assertThat(Refusals.reason(tokens, with("aud", audience))).contains("aud");
        assertThat(Refusals.reason(tokens, with("aud", List.of(audience)))).contains("aud");
        assertThat(Refusals.reason(tokens, with("aud", List.of()))).isNotEmpty();
    }

    @Test
    void oneAudienceOfSeveral_isEnough() {
        assertThat(tokens.verify(with("aud", List.of("https://mallory.example", RESOURCE)), TestAttempts.SOMEBODY)
                        .claims()
                        .audience())
                .hasSize(2);
    }

    @Test
    void aHostWithAndWithoutItsSlash_isOneAudience() {
        assertThat(tokens.verify(with("aud", "https://gate.example/"), TestAttempts.SOMEBODY)
                        .claims()
                        .isFor("https://gate.example"))
                .isTrue();
    }

    @Test
    void aTokenThatExpiresNow_hasExpired() {
        assertThat(Refusals.reason(tokens, with("exp", NOW_SECONDS))).contains("expired");
        assertThat(Refusals.reason(tokens, with("exp", NOW_SECONDS - 1))).contains("expired");
        assertThat(Refusals.reason(tokens, with("exp", NOW_SECONDS + 0.9))).contains("expired");
        assertThat(Refusals.reason(tokens, with("exp", 0))).contains("expired");
        assertThat(Refusals.reason(tokens, with("exp", -1))).contains("expired");
        assertThat(tokens.verify(with("exp", NOW_SECONDS + 1), TestAttempts.SOMEBODY))
                .isNotNull();
    }

    @Test
    void aTableauSessionThatHasEnded_endsTheToken() {
        assertThat(Refusals.reason(tokens, with("tableauExpiresAt", NOW_SECONDS)))
                .contains("Tableau session");
        String token = with("tableauExpiresAt", NOW_SECONDS + 60);
        tokens.verify(token, TestAttempts.SOMEBODY);

        clock.advance(Duration.ofSeconds(60));
        assertThat(Refusals.reason(tokens, token)).contains("Tableau session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void aTokenOfTheFuture_isRefusedBeyondTheSkew(String name) {
        assertThat(tokens.verify(with(name, NOW_SECONDS + 30), TestAttempts.SOMEBODY))
                .isNotNull();
        assertThat(Refusals.reason(tokens, with(name, NOW_SECONDS + 31))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod.online.example",
                "/api",
                "//pod.example",
                "ftp://pod.example",
                "https:",
                "https:///x",
                "file:///etc",
                "https://user:word@pod.example",
                "javascript:alert(1)",
                "https://mallory example",
                "https://",
                "mallory"
            })
    void aServerThatIsNoAbsoluteUrl_isRefused(String server) {
        Refusals.assertRefused(tokens, with("tableauServer", server));
    }

    @Test
    void aScopeThatIsNone_isRefused() {
        Refusals.assertRefused(tokens, with("scope", "tableau:\"mallory\""));
    }

    @Test
    void claimsThatAreNotProperJson_areRefused() {
        String proper = TestKeys.JSON.write(TestClaims.json(ISSUER));
        String twice = proper.substring(0, proper.length() - 1) + ",\"sub\":\"mallory\"}";

        Refusals.assertRefused(tokens, cipher.seal(twice));
        Refusals.assertRefused(tokens, cipher.seal("{"));
        Refusals.assertRefused(tokens, cipher.seal(proper + "{}"));
        Refusals.assertRefused(tokens, cipher.seal("{\"mallory\":" + "[".repeat(5_000)));
        Refusals.assertRefused(tokens, cipher.seal("{\"a\":" + "[".repeat(2_500) + "]".repeat(2_500) + "}"));
        Refusals.assertRefused(tokens, cipher.seal("{\"exp\":1" + "0".repeat(5_000) + "}"));
    }

    /** A sealed token whose claim has another value; null leaves it out. */
    private String with(String name, @Nullable Object value) {
        Map<String, Object> members = TestClaims.json(ISSUER);
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return cipher.seal(TestKeys.JSON.write(members));
    }
}
