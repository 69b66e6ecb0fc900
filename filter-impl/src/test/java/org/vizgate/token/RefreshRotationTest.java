package org.vizgate.token;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.client.TestClients;
import org.vizgate.grant.RefreshGrants.Current;
import org.vizgate.grant.TestGrants;
import org.vizgate.json.JsonFields;
import org.vizgate.limit.TestAttempts;
import org.vizgate.outbound.LogCapture;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.testing.Parallel;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshRotationTest {
    private final TestTokens tokens = new TestTokens();

    @AfterEach
    void close() {
        tokens.close();
    }

    @Test
    void aRefresh_givesASuccessorAndANewTableauSession() {
        Reply reply = tokens.refresh(signIn());
        JsonFields answer = TestTokens.answer(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(tokens.isAlive(answer)).isTrue();
        assertThat(claims(answer).tableau().orElseThrow().accessToken()).isEqualTo(Secret.of("SECRET-session-1"));
        assertThat(answer.number("expires_in")).contains(3_600L);
    }

    /** An administrator who blocks somebody restarts; what was kept in the store is still there. */
    @Test
    void theGrantOfABlockedUser_endsAtItsNextUse() {
        JsonFields first = TestTokens.answer(tokens.redeem(tokens.newCodeOf("blocked-user")));
        assertThat(tokens.isAlive(first)).isTrue();

        assertThat(TestTokens.refusal(() -> tokens.refresh(first.requiredText("refresh_token")))
                        .code())
                .isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(tokens.isDead(first)).isTrue();
        assertThat(tokens.tableau.askedForTokens()).isZero();
    }

    @Test
    void tableau_isAskedForTheSameSiteWithTheSameClientId() {
        tokens.refresh(signIn());

        assertThat(tokens.tableau.lastForm().required("refresh_token")).isEqualTo("SECRET-tableau-refresh");
        assertThat(tokens.tableau.lastForm().required("client_id")).isEqualTo("tableau-client-1");
        assertThat(tokens.tableau.lastForm().required("site_namespace")).isEqualTo("marketing");
    }

    @Test
    void theNextRefresh_usesTheTokenThatTableauGave() {
        JsonFields first = TestTokens.answer(tokens.refresh(signIn()));
        tokens.refresh(first.requiredText("refresh_token"));

        assertThat(tokens.tableau.lastForm().required("refresh_token")).isEqualTo("SECRET-refresh-1");
    }

    @Test
    void theGrant_staysTheSame() {
        JsonFields first = tokens.signIn();
        JsonFields second = TestTokens.answer(tokens.refresh(first.requiredText("refresh_token")));

        assertThat(claims(second).grantId()).isEqualTo(claims(first).grantId());
        assertThat(claims(second).tokenId()).isNotEqualTo(claims(first).tokenId());
    }

    @Test
    void withinTheGrace_theSameSuccessorComesAgain() {
        String token = signIn();
        JsonFields first = TestTokens.answer(tokens.refresh(token));
        tokens.clock.advance(TestTokens.GRACE.minusMillis(1));
        JsonFields again = TestTokens.answer(tokens.refresh(token));

        assertThat(again.text("refresh_token")).isEqualTo(first.text("refresh_token"));
        assertThat(tokens.isAlive(again)).isTrue();
        assertThat(tokens.tableau.askedForTokens()).isEqualTo(1);
    }

    @Test
    void atTheEndOfTheGrace_aReuseEndsTheGrant() {
        String token = signIn();
        JsonFields first = TestTokens.answer(tokens.refresh(token));
        tokens.clock.advance(TestTokens.GRACE);

        assertInvalidGrant(() -> tokens.refresh(token));
        assertThat(tokens.isDead(first)).isTrue();
    }

    @Test
    void withinTheGrace_anotherClientGetsNothing() {
        String token = signIn();
        JsonFields first = TestTokens.answer(tokens.refresh(token));

        assertInvalidGrant(() -> tokens.refresh(token, "client_id", TestClients.OTHER_PUBLIC));
        assertThat(tokens.isAlive(first)).isTrue();
    }

    @Test
    void withinTheGraceAfterTheSessionEnded_theLifeIsNotNegative() {
        tokens.tableau.answersTokensWith(503);
        String token = signIn();
        tokens.clock.advance(TestTokens.SESSION.minusSeconds(12));
        tokens.refresh(token);
        tokens.clock.advance(Duration.ofSeconds(20));

        assertThat(TestTokens.answer(tokens.refresh(token)).number("expires_in"))
                .contains(0L);
    }

    @Test
    void fiftyRefreshesAtOnce_getOneSuccessorAndAskTableauOnce() {
        String token = signIn();

        List<String> successors =
                Parallel.run(() -> TestTokens.answer(tokens.refresh(token)).requiredText("refresh_token"));

        assertThat(successors).hasSize(Parallel.THREADS).containsOnly(successors.get(0));
        assertThat(tokens.tableau.askedForTokens()).isEqualTo(1);
        assertThat(tokens.grants.find(successors.get(0))).containsInstanceOf(Current.class);
    }

    @Test
    void tableauDownWithALivingSession_goesOnForTheRestOfItsLife() {
        String token = signIn();
        tokens.clock.advance(Duration.ofMinutes(90));
        tokens.tableau.goAway();

        JsonFields answer = TestTokens.answer(tokens.refresh(token));

        assertThat(answer.number("expires_in")).contains(1_800L);
        assertThat(claims(answer).tableau().orElseThrow().accessToken()).isEqualTo(Secret.of("SECRET-tableau-session"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408})
    void tableauInTroubleWithADeadSession_isUnavailableAndConsumesNothing(int status) {
        String token = signIn();
        tokens.clock.advance(TestTokens.SESSION);
        tokens.tableau.answersTokensWith(status);

        assertThat(TestTokens.refusal(() -> tokens.refresh(token)).code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        tokens.tableau.answersTokensWith(200);
        assertThat(tokens.isAlive(TestTokens.answer(tokens.refresh(token)))).isTrue();
    }

    @Test
    void tableauGoneWithADeadSession_keepsTheRefreshToken() {
        String token = signIn();
        tokens.clock.advance(TestTokens.SESSION);
        tokens.tableau.goAway();

        assertThat(TestTokens.refusal(() -> tokens.refresh(token)).code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(tokens.grants.find(token)).containsInstanceOf(Current.class);
    }

    @Test
    void tableauRefusesWithALivingSession_goesOnForTheRestOfItsLife() {
        String token = signIn();
        tokens.clock.advance(Duration.ofMinutes(90));
        tokens.tableau.answersTokensWith(400);

        assertThat(TestTokens.answer(tokens.refresh(token)).number("expires_in"))
                .contains(1_800L);
    }

    @Test
    void tableauRefusesWithADeadSession_endsTheGrant() {
        JsonFields first = tokens.signIn();
        tokens.clock.advance(TestTokens.SESSION);
        tokens.tableau.answersTokensWith(400);

        assertInvalidGrant(() -> tokens.refresh(first.requiredText("refresh_token")));
        assertThat(tokens.grants.find(first.requiredText("refresh_token"))).isEmpty();
    }

    @Test
    void aSessionWithTenSecondsLeft_isNotWorthGoingOn() {
        String token = signIn();
        tokens.tableau.answersTokensWith(503);

        tokens.clock.advance(TestTokens.SESSION.minusSeconds(10));
        assertThat(TestTokens.refusal(() -> tokens.refresh(token)).code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
    }

    /** Tableau took so long that somebody else leased the token and rotated it. */
    @Test
    void aLostLease_givesTheOthersSuccessor() {
        String token = signIn();
        tokens.tableau.whileAsked(() -> {
            tokens.clock.advance(Duration.ofSeconds(16));
            Current other = (Current) tokens.grants.find(token).orElseThrow();
            Current leased = tokens.grants.lease(other, Duration.ofSeconds(15)).orElseThrow();
            assertThat(tokens.grants.rotate(leased, leased.grant(), TestTokens.IDLE, TestTokens.GRACE))
                    .isPresent();
        });

        assertThat(tokens.isAlive(TestTokens.answer(tokens.refresh(token)))).isTrue();
    }

    @Test
    void aGrantThatEndedWhileTableauWasAsked_isInvalidGrant() {
        JsonFields first = tokens.signIn();
        tokens.tableau.whileAsked(() -> tokens.revoke(first.requiredText("access_token")));

        assertInvalidGrant(() -> tokens.refresh(first.requiredText("refresh_token")));
    }

    @Test
    void aLeaseThatNobodyEnds_isUnavailable() {
        String token = signIn();
        Current current = (Current) tokens.grants.find(token).orElseThrow();
        tokens.grants.lease(current, Duration.ofHours(1));

        Thread.currentThread().interrupt();
        assertThat(TestTokens.refusal(() -> tokens.refresh(token)).code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aNarrowerScope_isIssuedThisTimeOnly() {
        JsonFields narrow = TestTokens.answer(tokens.refresh(signIn(), "scope", "tableau:views:download"));
        JsonFields next = TestTokens.answer(tokens.refresh(narrow.requiredText("refresh_token")));

        assertThat(narrow.text("scope")).contains("tableau:views:download");
        assertThat(claims(narrow).scopes()).hasToString("tableau:views:download");
        assertThat(next.text("scope")).contains("tableau:content:read tableau:views:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tableau:content:write", "tableau:content:*", "tableau:content:read x", "a\"b"})
    void aWiderScope_isInvalidScopeAndConsumesNothing(String scope) {
        String token = signIn();

        assertThat(TestTokens.refusal(() -> tokens.refresh(token, "scope", scope))
                        .code())
                .isEqualTo(ErrorCode.INVALID_SCOPE);
        assertThat(tokens.tableau.askedForTokens()).isZero();
        assertThat(tokens.grants.find(token)).containsInstanceOf(Current.class);
    }

    @Test
    void offlineAccessOnARefresh_changesNothing() {
        assertThat(TestTokens.answer(tokens.refresh(signIn(), "scope", "offline_access"))
                        .text("scope"))
                .contains("tableau:content:read tableau:views:*");
    }

    /** Where scopes mean nothing a client that repeats them must not lose its session. */
    @Test
    void scopesThatAreOff_areAcceptedAndGrantNone() {
        try (TestTokens off = new TestTokens(new ScopePolicy(Scopes.none(), true))) {
            String token = off.signIn().requiredText("refresh_token");

            JsonFields answer = TestTokens.answer(off.refresh(token, "scope", "whatever"));

            assertThat(answer.has("scope")).isFalse();
        }
    }

    @Test
    void aResourceOfSeveral_isTheOnlyAudienceThisTime() {
        JsonFields answer = TestTokens.answer(tokens.refresh(signIn(), "resource", TestGrants.RESOURCE));

        assertThat(claims(answer).audience()).containsExactly(TestGrants.RESOURCE);
        assertThat(claims(TestTokens.answer(tokens.refresh(answer.requiredText("refresh_token"))))
                        .audience())
                .hasSize(2);
    }

    @Test
    void aResourceThatWasNotGranted_isInvalidTargetAndConsumesNothing() {
        String token = signIn();

        assertThat(TestTokens.refusal(() -> tokens.refresh(token, "resource", "https://gate.example/admin"))
                        .code())
                .isEqualTo(ErrorCode.INVALID_TARGET);
        assertThat(tokens.grants.find(token)).containsInstanceOf(Current.class);
    }

    @Test
    void anotherClient_isInvalidGrantAndConsumesNothing() {
        JsonFields first = tokens.signIn();

        assertInvalidGrant(
                () -> tokens.refresh(first.requiredText("refresh_token"), "client_id", TestClients.OTHER_PUBLIC));
        assertThat(tokens.isAlive(first)).isTrue();
        assertThat(tokens.tableau.askedForTokens()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "grantgrantgrantgrant-1.0.x.y"})
    void anUnknownToken_isInvalidGrant(String token) {
        assertInvalidGrant(() -> tokens.refresh(token));
    }

    @Test
    void anAccessTokenAsRefreshToken_isInvalidGrant() {
        assertInvalidGrant(() -> tokens.refresh(tokens.signIn().requiredText("access_token")));
    }

    @Test
    void aCodeAsRefreshToken_isInvalidGrant() {
        assertInvalidGrant(() -> tokens.refresh(tokens.newCode()));
    }

    @Test
    void atItsIdleEnd_aTokenIsInvalidGrant() {
        String token = signIn();
        tokens.clock.advance(TestTokens.IDLE);

        assertInvalidGrant(() -> tokens.refresh(token));
    }

    @Test
    void aMissingToken_isInvalidRequest() {
        assertThat(TestTokens.refusal(() -> tokens.refresh("")).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void aRefresh_leavesNoSecretInTheLog() {
        try (LogCapture log = LogCapture.ofEverything()) {
            String token = signIn();
            tokens.refresh(token);
            tokens.clock.advance(TestTokens.GRACE);
            OAuthException refusal = TestTokens.refusal(() -> tokens.refresh(token));

            assertThat(log.text() + refusal).doesNotContain("SECRET", token);
        }
    }

    private String signIn() {
        return tokens.signIn().requiredText("refresh_token");
    }

    private AccessTokenClaims claims(JsonFields answer) {
        return tokens.accessTokens
                .verify(answer.requiredText("access_token"), TestAttempts.SOMEBODY)
                .claims();
    }

    private static void assertInvalidGrant(Runnable request) {
        assertThat(TestTokens.refusal(request).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }
}
