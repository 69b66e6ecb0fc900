package org.vizgate.token;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.UserClaims;
import org.vizgate.client.TestClients;
import org.vizgate.grant.TestGrants;
import org.vizgate.json.JsonFields;
import org.vizgate.limit.TestAttempts;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens where the gate has the Tableau session. */
class ClientCredentialsTest {
    private final TestTokens tokens = new TestTokens(SessionSupply.ONE_FOR_ALL);

    @AfterEach
    void close() {
        tokens.close();
    }

    private static TestCall asked(String client, String... more) {
        return TestCall.form(
                "/oauth/token", TestTokens.with(more, "grant_type", "client_credentials", "client_id", client));
    }

    private static TestCall asPartner(String... more) {
        return asked(TestClients.CONFIDENTIAL, TestTokens.with(more, "client_secret", TestClients.SECRET));
    }

    private AccessTokenClaims claims(Reply reply) {
        return tokens.accessTokens
                .verify(TestTokens.answer(reply).requiredText("access_token"), TestAttempts.SOMEBODY)
                .claims();
    }

    @Test
    void aConfiguredClientWithItsSecret_getsATokenForItself_andNoRefreshToken() {
        Reply reply = tokens.handle(asPartner());
        JsonFields answer = TestTokens.answer(reply);

        assertThat(answer.names()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(answer.number("expires_in")).contains(TestTokens.ACCESS.toSeconds());
        AccessTokenClaims claims = claims(reply);
        assertThat(claims.subject()).isEqualTo(TestClients.CONFIDENTIAL);
        assertThat(claims.clientId()).isEqualTo(TestClients.CONFIDENTIAL);
        assertThat(claims.signedInUser()).isEmpty();
        assertThat(claims.tableau()).isEmpty();
        assertThat(claims.audience()).containsExactly(TestGrants.RESOURCE);
    }

    @Test
    void scopeAndResource_areNarrowed() {
        AccessTokenClaims claims = claims(
                tokens.handle(asPartner("scope", "tableau:content:read", "resource", TestGrants.OTHER_RESOURCE)));

        assertThat(claims.scopes()).isEqualTo(Scopes.of("tableau:content:read"));
        assertThat(claims.audience()).containsExactly(TestGrants.OTHER_RESOURCE);
    }

    @Test
    void aForeignResource_isInvalidTarget() {
        assertThat(TestTokens.refusal(() -> tokens.handle(asPartner("resource", "https://elsewhere.example")))
                        .code())
                .isEqualTo(ErrorCode.INVALID_TARGET);
    }

    @Test
    void aPublicClient_isUnauthorized() {
        assertThat(TestTokens.refusal(() -> tokens.handle(asked(TestClients.PUBLIC)))
                        .code())
                .isEqualTo(ErrorCode.UNAUTHORIZED_CLIENT);
    }

    @ParameterizedTest
    @EnumSource(value = SessionSupply.class, names = "ONE_FOR_ALL", mode = EnumSource.Mode.EXCLUDE)
    void whereSessionsBelongToUsers_noClientMay(SessionSupply supply) {
        try (TestTokens others = new TestTokens(supply)) {
            assertThat(TestTokens.refusal(() -> others.handle(asPartner())).code())
                    .isEqualTo(ErrorCode.UNAUTHORIZED_CLIENT);
        }
    }

    @Test
    void itsToken_canBeRevoked() {
        Reply reply = tokens.handle(asPartner());
        AccessTokenClaims claims = claims(reply);
        assertThat(tokens.revocations.isRevoked(claims.grantId())).isFalse();

        tokens.revoke(
                TestTokens.answer(reply).requiredText("access_token"),
                "client_id",
                TestClients.CONFIDENTIAL,
                "client_secret",
                TestClients.SECRET);

        assertThat(tokens.revocations.isRevoked(claims.grantId())).isTrue();
    }

    @Test
    void aUsersToken_saysWho_andHoldsNoSession() {
        AccessTokenClaims claims = claims(tokens.redeem(tokens.newCode()));

        assertThat(claims.tableau()).isEmpty();
        assertThat(claims.signedInUser()).contains(new UserClaims("zo\u00eb", "marketing"));
        assertThat(claims.subject()).isEqualTo("user-luid");
        assertThat(claims.expiresAt()).isEqualTo(TestGrants.NOW.plus(TestTokens.ACCESS));
    }

    @Test
    void aRefresh_renewsTheUsersOwnGrant_soThatARemovedUserCannotGoOn() {
        String refreshToken = tokens.signIn().requiredText("refresh_token");
        String next = TestTokens.answer(tokens.refresh(refreshToken)).requiredText("refresh_token");
        assertThat(tokens.tableau.askedForTokens()).isEqualTo(1);
        tokens.tableau.answersTokensWith(400);
        tokens.tableau.answersSessionsWith(401);

        assertThat(TestTokens.refusal(() -> tokens.refresh(next)).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }
}
