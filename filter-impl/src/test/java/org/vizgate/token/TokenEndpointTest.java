package org.vizgate.token;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.client.TestClients;
import org.vizgate.grant.TestGrants;
import org.vizgate.jose.TestKeys;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEndpointTest {
    private final TestTokens tokens = new TestTokens();

    @AfterEach
    void close() {
        tokens.close();
    }

    @Test
    void aJsonObjectOfTexts_isReadLikeAForm() {
        String body = TestKeys.JSON.write(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                TestClients.PUBLIC,
                "code",
                tokens.newCode(),
                "code_verifier",
                TestGrants.VERIFIER));

        assertThat(tokens.handle(TestCall.json("/oauth/token", body)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "x",
                "{\"grant_type\":1}",
                "{\"grant_type\":[\"refresh_token\"]}",
                "{\"grant_type\":\"refresh_token\",\"grant_type\":\"refresh_token\"}",
                "{\"grant_type\":\"refresh_token\",\"x\":{}}"
            })
    void anotherJsonBody_isInvalidRequest(String body) {
        assertRefused(ErrorCode.INVALID_REQUEST, TestCall.json("/oauth/token", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data", "application/xml", ""})
    void anotherMediaType_isInvalidRequest(String type) {
        TestCall call = TestCall.form("/oauth/token", "grant_type", "refresh_token");
        TestCall typed = TestCall.get("/oauth/token")
                .header("Content-Type", type)
                .body(call.call().body());

        assertRefused(ErrorCode.INVALID_REQUEST, typed);
    }

    /** A secret in a query string is in every log on the way: it is not used. */
    @Test
    void parametersInTheQuery_areIgnored() {
        String query =
                TestCall.encoded("grant_type", "refresh_token", "client_id", TestClients.PUBLIC, "refresh_token", "x");

        assertRefused(ErrorCode.INVALID_REQUEST, TestCall.form("/oauth/token").query(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "implicit", "AUTHORIZATION_CODE", "urn:ietf:params:oauth:grant-type:jwt-bearer"})
    void anotherGrantType_isUnsupported(String type) {
        assertRefused(
                ErrorCode.UNSUPPORTED_GRANT_TYPE,
                TestCall.form("/oauth/token", "grant_type", type, "client_id", TestClients.PUBLIC));
    }

    @Test
    void aMissingGrantType_isInvalidRequest() {
        assertRefused(ErrorCode.INVALID_REQUEST, TestCall.form("/oauth/token", "client_id", TestClients.PUBLIC));
    }

    @Test
    void aRepeatedParameter_isInvalidRequest() {
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                TestCall.form(
                        "/oauth/token",
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        TestClients.PUBLIC,
                        "refresh_token",
                        "x",
                        "refresh_token",
                        "x"));
    }

    @Test
    void clientCredentials_areNotForTheseClients() {
        assertRefused(
                ErrorCode.UNAUTHORIZED_CLIENT,
                TestCall.form(
                        "/oauth/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        TestClients.CONFIDENTIAL,
                        "client_secret",
                        TestClients.SECRET));
    }

    @Test
    void clientCredentialsWithAWrongSecret_areInvalidClient() {
        assertRefused(
                ErrorCode.INVALID_CLIENT,
                TestCall.form(
                        "/oauth/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        TestClients.CONFIDENTIAL,
                        "client_secret",
                        "x"));
    }

    @Test
    void anUnknownClient_isInvalidClientBeforeTheCodeIsLookedAt() {
        String code = tokens.newCode();

        assertThat(TestTokens.refusal(() -> tokens.redeem(code, "client_id", "nobody"))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CLIENT);
        assertThat(tokens.redeem(code).status()).isEqualTo(200);
    }

    /** A confidential client authenticates for every grant. */
    @Test
    void aConfidentialClientWithoutItsSecret_isInvalidClient() {
        assertThat(TestTokens.refusal(() -> tokens.redeem(tokens.newCode(), "client_id", TestClients.CONFIDENTIAL))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CLIENT);
        assertThat(TestTokens.refusal(() -> tokens.refresh("x", "client_id", TestClients.CONFIDENTIAL))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CLIENT);
    }

    private void assertRefused(ErrorCode code, TestCall call) {
        assertThat(TestTokens.refusal(() -> tokens.handle(call)).code()).isEqualTo(code);
    }
}
