package org.vizgate.token;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.client.TestClients;
import org.vizgate.crypto.Pkce;
import org.vizgate.grant.TestGrants;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.limit.TestAttempts;
import org.vizgate.outbound.LogCapture;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.testing.Parallel;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodeRedemptionTest {
    private static final String OTHER_VERIFIER = "x".repeat(43);

    private final TestTokens tokens = new TestTokens();

    @AfterEach
    void close() {
        tokens.close();
    }

    @Test
    void anHonestCode_givesTokens() {
        Reply reply = tokens.redeem(tokens.newCode(), "redirect_uri", TestGrants.REDIRECT);
        JsonFields answer = TestTokens.answer(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(TestCall.header(reply, "Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("token_type")).contains("Bearer");
        assertThat(answer.number("expires_in")).contains(3_600L);
        assertThat(answer.text("scope")).contains("tableau:content:read tableau:views:*");
        assertThat(tokens.isAlive(answer)).isTrue();
    }

    @Test
    void theAccessToken_saysWhoAllowedWhatToWhom() {
        AccessTokenClaims claims = claims(tokens.signIn());

        assertThat(claims.subject()).isEqualTo("user-luid");
        assertThat(claims.clientId()).isEqualTo(TestClients.PUBLIC);
        assertThat(claims.audience()).containsExactly(TestGrants.RESOURCE, TestGrants.OTHER_RESOURCE);
        assertThat(claims.tableau().orElseThrow().siteContentUrl()).isEqualTo("marketing");
        assertThat(claims.issuedAt()).isEqualTo(TestGrants.NOW);
    }

    @Test
    void tableau_isNotAsked() {
        tokens.signIn();

        assertThat(tokens.tableau.askedForTokens()).isZero();
    }

    @Test
    void theRedirectUri_mayBeLeftOut() {
        assertThat(tokens.redeem(tokens.newCode()).status()).isEqualTo(200);
    }

    @Test
    void anAccessToken_endsWithTheTableauSession() {
        String code = tokens.codes.create(
                TestGrants.code(TestGrants.tableau(tokens.tableau.address(), Duration.ofMinutes(5))),
                Duration.ofMinutes(1));
        tokens.clock.advance(Duration.ofSeconds(10));

        assertThat(TestTokens.answer(tokens.redeem(code)).number("expires_in")).contains(290L);
    }

    @Test
    void aSessionThatIsOverAlready_isNeverANegativeLife() {
        String code = tokens.codes.create(
                TestGrants.code(TestGrants.tableau(tokens.tableau.address(), Duration.ofSeconds(5))),
                Duration.ofMinutes(1));
        tokens.clock.advance(Duration.ofSeconds(20));

        assertThat(TestTokens.answer(tokens.redeem(code)).number("expires_in")).contains(0L);
    }

    @Test
    void aResourceOfSeveral_isTheOnlyAudience() {
        JsonFields answer = TestTokens.answer(tokens.redeem(tokens.newCode(), "resource", TestGrants.OTHER_RESOURCE));

        assertThat(claims(answer).audience()).containsExactly(TestGrants.OTHER_RESOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gate.example/admin", "https://evil.example/", "x"})
    void aResourceThatWasNotGranted_isInvalidTarget(String resource) {
        assertRefusedAndNotBurned(ErrorCode.INVALID_TARGET, "resource", resource);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, client-2",
        "code_verifier, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "code_verifier, short",
        "redirect_uri, https://client.example/other",
        "redirect_uri, https://client.example/cb/"
    })
    void whatDoesNotBelongToTheCode_isInvalidGrant(String name, String value) {
        assertRefusedAndNotBurned(ErrorCode.INVALID_GRANT, name, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_verifier", "client_id", "grant_type"})
    void aMissingParameter_isInvalidRequest(String name) {
        assertRefusedAndNotBurned(ErrorCode.INVALID_REQUEST, name, "");
    }

    @Test
    void aMissingCode_isInvalidRequest() {
        assertThat(TestTokens.refusal(() -> tokens.redeem("")).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    /** The challenge itself is in the browser's history: it must not pass as the verifier. */
    @Test
    void theChallengeAsVerifier_isInvalidGrant() {
        assertRefusedAndNotBurned(ErrorCode.INVALID_GRANT, "code_verifier", Pkce.challengeOf(TestGrants.VERIFIER));
    }

    @Test
    void anUnknownCode_isInvalidGrant() {
        assertThat(TestTokens.refusal(() -> tokens.redeem("nothing")).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }

    @Test
    void atItsEnd_aCodeIsInvalidGrant() {
        String code = tokens.newCode();
        tokens.clock.advance(Duration.ofMinutes(1));

        assertThat(TestTokens.refusal(() -> tokens.redeem(code)).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }

    @Test
    void everyInvalidGrant_readsTheSame() {
        String code = tokens.newCode();
        OAuthException unknown = TestTokens.refusal(() -> tokens.redeem("nothing"));
        OAuthException verifier = TestTokens.refusal(() -> tokens.redeem(code, "code_verifier", OTHER_VERIFIER));
        OAuthException client = TestTokens.refusal(() -> tokens.redeem(code, "client_id", TestClients.OTHER_PUBLIC));

        assertThat(List.of(verifier.error(), client.error())).containsOnly(unknown.error());
    }

    @Test
    void aSecondUseWithProof_endsWhatTheFirstGot() {
        String code = tokens.newCode();
        JsonFields first = TestTokens.answer(tokens.redeem(code));

        assertThat(TestTokens.refusal(() -> tokens.redeem(code)).code()).isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(tokens.isDead(first)).isTrue();
    }

    @Test
    void aSecondUseLongAfter_endsWhatTheFirstGotMeanwhile() {
        String code = tokens.newCode();
        JsonFields first = TestTokens.answer(tokens.redeem(code));
        JsonFields second = TestTokens.answer(tokens.refresh(first.requiredText("refresh_token")));
        tokens.clock.advance(Duration.ofMinutes(30));

        TestTokens.refusal(() -> tokens.redeem(code));

        assertThat(tokens.isDead(second)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "short"})
    void aSecondUseWithoutProof_endsNothing(String verifier) {
        String code = tokens.newCode();
        JsonFields first = TestTokens.answer(tokens.redeem(code));

        assertThat(TestTokens.refusal(() -> tokens.redeem(code, "code_verifier", verifier))
                        .code())
                .isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(tokens.isAlive(first)).isTrue();
    }

    @Test
    void fiftyRedemptionsAtOnce_areOneSuccessWhoseTokensAreDead() {
        String code = tokens.newCode();

        List<String> answers = Parallel.run(() -> {
            try {
                return tokens.redeem(code).body();
            } catch (OAuthException e) {
                return e.code().wireName();
            }
        });

        assertThat(answers).filteredOn("invalid_grant"::equals).hasSize(Parallel.THREADS - 1);
        String won = answers.stream()
                .filter(answer -> !answer.equals("invalid_grant"))
                .findFirst()
                .orElseThrow();
        assertThat(tokens.isDead(TestKeys.JSON.read(won))).isTrue();
    }

    @Test
    void aStoreThatIsDown_burnsNothing() {
        String code = tokens.newCode();
        tokens.store.breakDown();
        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> tokens.redeem(code));
        tokens.store.repair();

        assertThat(tokens.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void aStoreThatIsFull_burnsNothing() {
        String code = tokens.newCode();
        tokens.store.fill();
        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> tokens.redeem(code));
        tokens.store.repair();

        assertThat(tokens.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void aRedemption_leavesNoSecretInTheLog() {
        try (LogCapture log = LogCapture.ofEverything()) {
            String code = tokens.newCode();
            JsonFields answer = TestTokens.answer(tokens.redeem(code));
            TestTokens.refusal(() -> tokens.redeem(code));

            assertThat(log.text())
                    .doesNotContain(
                            "SECRET", code, answer.requiredText("access_token"), answer.requiredText("refresh_token"));
        }
    }

    private void assertRefusedAndNotBurned(ErrorCode error, String name, String value) {
        String code = tokens.newCode();

        assertThat(TestTokens.refusal(() -> tokens.redeem(code, name, value)).code())
                .isEqualTo(error);
        assertThat(tokens.redeem(code).status()).isEqualTo(200);
    }

    private AccessTokenClaims claims(JsonFields answer) {
        return tokens.accessTokens
                .verify(answer.requiredText("access_token"), TestAttempts.SOMEBODY)
                .claims();
    }
}
