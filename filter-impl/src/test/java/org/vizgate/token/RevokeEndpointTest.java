package org.vizgate.token;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.client.TestClients;
import org.vizgate.json.JsonFields;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevokeEndpointTest {
    private final TestTokens tokens = new TestTokens();
    private final JsonFields issued = tokens.signIn();
    private final String access = issued.requiredText("access_token");
    private final String refresh = issued.requiredText("refresh_token");

    @AfterEach
    void close() {
        tokens.close();
    }

    @Test
    void aRefreshToken_endsTheGrantAndTheTableauSession() {
        Reply reply = tokens.revoke(refresh);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(tokens.isDead(issued)).isTrue();
        assertThat(tokens.tableau.askedForSignOuts()).isEqualTo(1);
    }

    @Test
    void anAccessToken_endsTheGrantAndTheTableauSession() {
        assertThat(tokens.revoke(access).status()).isEqualTo(200);

        assertThat(tokens.isDead(issued)).isTrue();
        assertThat(tokens.tableau.askedForSignOuts()).isEqualTo(1);
    }

    /** RFC 7009 section 2.2: an invalid token is answered like one that was revoked. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "grantgrantgrantgrant-1.0.x.y", "a.b.c.d.e"})
    void anUnknownToken_is200(String token) {
        assertThat(tokens.revoke(token).status()).isEqualTo(200);
        assertThat(tokens.isAlive(issued)).isTrue();
    }

    @Test
    void aSecondRevocation_is200() {
        tokens.revoke(refresh);

        assertThat(tokens.revoke(refresh).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "access_token", "nonsense"})
    void theHint_isIgnored(String hint) {
        tokens.revoke(access, "token_type_hint", hint);

        assertThat(tokens.isDead(issued)).isTrue();
    }

    @Test
    void aForeignClient_isRefusedAndEndsNothing() {
        for (String token : new String[] {refresh, access}) {
            assertThat(TestTokens.refusal(() -> tokens.revoke(token, "client_id", TestClients.OTHER_PUBLIC))
                            .code())
                    .isEqualTo(ErrorCode.INVALID_GRANT);
        }
        assertThat(tokens.isAlive(issued)).isTrue();
        assertThat(tokens.tableau.askedForSignOuts()).isZero();
    }

    @Test
    void anUnknownClient_isInvalidClient() {
        assertThat(TestTokens.refusal(() -> tokens.revoke(refresh, "client_id", "nobody"))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CLIENT);
        assertThat(tokens.isAlive(issued)).isTrue();
    }

    @Test
    void aMissingToken_isInvalidRequest() {
        assertThat(TestTokens.refusal(() -> tokens.revoke("")).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void aSupersededToken_endsTheGrantOfItsSuccessor() {
        JsonFields next = TestTokens.answer(tokens.refresh(refresh));

        assertThat(tokens.revoke(refresh).status()).isEqualTo(200);
        assertThat(tokens.isDead(next)).isTrue();
    }

    @Test
    void aSupersededTokenOfAForeignClient_endsNothing() {
        JsonFields next = TestTokens.answer(tokens.refresh(refresh));

        assertThat(TestTokens.refusal(() -> tokens.revoke(refresh, "client_id", TestClients.OTHER_PUBLIC))
                        .code())
                .isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(tokens.isAlive(next)).isTrue();
    }

    @Test
    void anOldToken_endsTheGrant() {
        JsonFields next = TestTokens.answer(tokens.refresh(refresh));
        tokens.clock.advance(TestTokens.GRACE);

        assertThat(tokens.revoke(refresh).status()).isEqualTo(200);
        assertThat(tokens.isDead(next)).isTrue();
    }

    @Test
    void aTableauThatIsGone_keepsNobodyFromSigningOut() {
        tokens.tableau.goAway();

        assertThat(tokens.revoke(refresh).status()).isEqualTo(200);
        assertThat(tokens.isDead(issued)).isTrue();
    }

    @Test
    void aStoreThatIsDown_goesThrough() {
        tokens.store.breakDown();

        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> tokens.revoke(refresh));
    }

    @Test
    void aRefreshAfterTheRevocation_isInvalidGrant() {
        tokens.revoke(access);

        assertThat(TestTokens.refusal(() -> tokens.refresh(refresh)).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }
}
