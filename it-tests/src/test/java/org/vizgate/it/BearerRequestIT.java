package org.vizgate.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Good tokens in the wrong place, at the wrong resource, at the wrong time. */
@ExtendWith(ShowOutput.class)
class BearerRequestIT {
    private static Sample sample;
    private static Sample other;
    private static OAuthClient client;
    private static String token;

    @BeforeAll
    static void start() {
        sample = Sample.builder()
                .set("OAUTH_SCOPES_SUPPORTED", "tableau:content:read tableau:content:write tableau:views:download")
                .set("OAUTH_SCOPE_RULES", "GET /api/workbooks = tableau:content:read tableau:views:download")
                .start();
        other = Sample.start();
        client = OAuthClient.register(sample);
        token = SignIn.of(client).tokens().access();
    }

    @AfterAll
    static void stop() {
        sample.close();
        other.close();
    }

    @Test
    @DisplayName("R13: a token in the query is not accepted")
    void tokenInQuery_isAsNone() {
        Answer answer = Http.get(sample.at("/api/whoami?access_token=" + token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).doesNotContain("error=").contains("resource_metadata");
    }

    @Test
    @DisplayName("R14 R41: nor one in a form or in a cookie")
    void tokenInFormOrCookie_isAsNone() {
        assertThat(Http.post(sample.at("/api/whoami"), java.util.Map.of("access_token", token))
                        .status())
                .isEqualTo(401);
        assertThat(Http.get(sample.at("/api/whoami"), "Cookie", "access_token=" + token + "; Authorization=" + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("R11: two ways of sending, two headers, or no single token: invalid_request")
    void malformedHeader_isInvalidRequest() {
        assertMalformed(Http.get(sample.at("/api/whoami?access_token=x"), "Authorization", "Bearer " + token));
        assertMalformed(Http.get(
                sample.at("/api/whoami"), "Authorization", "Bearer " + token, "Authorization", "Bearer " + token));
        assertMalformed(Http.get(sample.at("/api/whoami"), "Authorization", "Bearer " + token + " " + token));
        assertMalformed(Http.get(sample.at("/api/whoami"), "Authorization", "Bearer " + token + ",Bearer x"));
        assertMalformed(Http.get(sample.at("/api/whoami"), "Authorization", "Bearer"));
    }

    private static void assertMalformed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_request");
        assertThat(answer.challenge()).contains("error=\"invalid_request\"");
        assertThat(answer.headers() + answer.body()).doesNotContain(token);
    }

    @Test
    @DisplayName("R3: another scheme is as none at all")
    void otherScheme_isAsNone() {
        for (String value : new String[] {"Basic dTpw", "Token " + token, "DPoP " + token, token, "Bearers " + token}) {
            Answer answer = Http.get(sample.at("/api/whoami"), "Authorization", value);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.challenge()).startsWith("Bearer ").doesNotContain("error=");
        }
    }

    @Test
    @DisplayName("R15 A23 A77: a token for one resource is refused at its sibling")
    void tokenOfSibling_isInvalid() {
        String forMcp = SignIn.of(client)
                .with("resource", sample.at("/mcp").toString())
                .tokens()
                .access();

        Answer mcpTokenAtApi = client.whoami(forMcp);
        Answer apiTokenAtMcp = post("/mcp", token);

        assertThat(mcpTokenAtApi.status()).isEqualTo(401);
        assertThat(mcpTokenAtApi.challenge())
                .contains("error=\"invalid_token\"")
                .contains("oauth-protected-resource\"");
        assertThat(apiTokenAtMcp.status()).isEqualTo(401);
        assertThat(apiTokenAtMcp.challenge())
                .contains("error=\"invalid_token\"")
                .contains("oauth-protected-resource/mcp\"");
        assertThat(post("/mcp", forMcp).status()).isEqualTo(200);
    }

    private static Answer post(String path, String accessToken) {
        return Http.postJson(
                sample.at(path),
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
                "Authorization",
                "Bearer " + accessToken,
                "Accept",
                "application/json, text/event-stream");
    }

    @Test
    @DisplayName("R16 R24: the token of another gate is refused")
    void tokenOfAnotherGate_isInvalid() {
        String foreign = SignIn.of(OAuthClient.register(other)).tokens().access();

        assertThat(Http.call(other.at("/api/whoami"), foreign).status()).isEqualTo(200);
        assertThat(client.whoami(foreign).error()).isEqualTo("invalid_token");
    }

    @Test
    @DisplayName("R6 R7 R8: too little scope is 403 with all scopes of the request")
    void tooLittleScope_isForbidden() {
        String narrow =
                SignIn.of(client).with("scope", "tableau:content:read").tokens().access();
        String enough = SignIn.of(client)
                .with("scope", "tableau:content:read tableau:views:download")
                .tokens()
                .access();

        Answer refused = Http.call(sample.at("/api/workbooks"), narrow);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("insufficient_scope");
        assertThat(refused.challenge())
                .contains("error=\"insufficient_scope\"")
                .containsPattern("scope=\"(tableau:content:read tableau:views:download"
                        + "|tableau:views:download tableau:content:read)\"")
                .contains("resource_metadata=");
        assertThat(Http.call(sample.at("/api/workbooks"), enough).status()).isEqualTo(200);
        assertThat(client.whoami(narrow).status()).isEqualTo(200);
        assertThat(Http.get(sample.at("/api/workbooks")).challenge()).contains("scope=\"");
    }

    @Test
    @DisplayName("R9: a wildcard that may be granted covers the actions of its resource, and no other")
    void wildcardScope_coversItsActions() {
        try (Sample broad = Sample.builder()
                .set("OAUTH_SCOPES_SUPPORTED", "tableau:content:* tableau:content:read tableau:views:download")
                .set(
                        "OAUTH_SCOPE_RULES",
                        "GET /api/workbooks = tableau:content:read; GET /api/whoami = tableau:views:download")
                .start()) {
            OAuthClient asking = OAuthClient.register(broad);
            String wildcard = SignIn.of(asking)
                    .with("scope", "tableau:content:*")
                    .tokens()
                    .access();

            assertThat(Http.call(broad.at("/api/workbooks"), wildcard).status()).isEqualTo(200);
            assertThat(asking.whoami(wildcard).error()).isEqualTo("insufficient_scope");
        }
    }

    @Test
    @DisplayName("A24: a scope that does not exist is invalid_scope")
    void unknownScope_isRefused() {
        assertThat(SignIn.of(client).with("scope", "tableau:admin").authorize().sent("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    @DisplayName("R17: an access token ends when it said it would")
    void expiredToken_isInvalid() throws InterruptedException {
        try (Sample shortLived =
                Sample.builder().set("OAUTH_ACCESS_TOKEN_TIMEOUT_MS", 2_000).start()) {
            OAuthClient impatient = OAuthClient.register(shortLived);
            Tokens tokens = SignIn.of(impatient).tokens();
            assertThat(tokens.expiresIn()).isLessThanOrEqualTo(2);

            Thread.sleep(2_100);

            Answer answer = impatient.whoami(tokens.access());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.challenge()).contains("error=\"invalid_token\"");
            assertThat(impatient
                            .whoami(Tokens.of(impatient.refresh(tokens.refresh()))
                                    .access())
                            .status())
                    .isEqualTo(200);
        }
    }
}
