package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which pages may call, and by which host names. */
class BrowserRulesTest {
    private static final String FRIEND = "https://friend.example";
    private static final String STRANGER = "https://stranger.example";

    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(
                TestApp.ordinary("")
                        .set("OAUTH_ALLOWED_ORIGINS", FRIEND)
                        .set("OAUTH_SCOPE_RULES", "/more = tableau:content:write"),
                TestApp.ordinary("/plain").set("OAUTH_ALLOWED_ORIGINS", FRIEND).set("OAUTH_CORS", "off"),
                TestApp.ordinary("/named").set("OAUTH_ALLOWED_HOSTS", "inner.example,outer.example:8443"),
                TestApp.ordinary("/loop").set("OAUTH_ISSUER", "http://127.0.0.1:8080/loop"));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STRANGER,
                "null",
                "http://gate.example",
                "https://gate.example:8443",
                "https://gate.example.evil.example",
                "https://gate.example/",
                "https://GATE.example",
                ""
            })
    void aPageOfAnotherOrigin_isRefusedBeforeAnythingRuns(String origin) {
        Wire.Answer answer =
                container.answerTo(Wire.get("/x").with("Origin", origin).bearer(TestTokens.ordinary()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("forbidden_origin", "OAUTH_ALLOWED_ORIGINS");
        assertThat(answer.headers("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/x, true, 200", "/more, true, 403", "/x, false, 401"})
    void aPageOfAnAllowedOrigin_canReadEveryAnswer(String path, boolean hasToken, int status) {
        for (String origin : new String[] {FRIEND, TestApp.ISSUER}) {
            Wire request = Wire.get(path).with("Origin", origin);
            Wire.Answer answer = container.answerTo(hasToken ? request.bearer(TestTokens.ordinary()) : request);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
            assertThat(answer.header("Vary")).isEqualTo("Origin");
            assertThat(answer.headers("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    private static Wire preflight(String target, String origin) {
        return Wire.request("OPTIONS", target)
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "PUT")
                .with("Access-Control-Request-Headers", "authorization");
    }

    @Test
    void aPreflight_isAnsweredWithoutToken() {
        Wire.Answer answer = container.answerTo(preflight("/x", FRIEND));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("PUT");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "MCP-Protocol-Version");
        // RFC 9110 section 8.6: no Content-Length in an answer of status 204.
        assertThat(answer.headers("Content-Length")).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPreflightOfAnotherOrigin_isRefused() {
        Wire.Answer answer = container.answerTo(preflight("/x", STRANGER));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers("Access-Control-Allow-Methods")).isEmpty();
    }

    @Test
    void optionsWithoutAPreflightsHeaders_areProtected() {
        Wire request = Wire.request("OPTIONS", "/x").with("Origin", FRIEND);
        assertThat(container.answerTo(request).status()).isEqualTo(401);
        Wire withoutOrigin = Wire.request("OPTIONS", "/x").with("Access-Control-Request-Method", "PUT");
        assertThat(container.answerTo(withoutOrigin).status()).isEqualTo(401);
    }

    @Test
    void withoutCors_preflightsAndHeadersAreTheApplications() {
        Wire.Answer preflight = container.answerTo(preflight("/plain/x", FRIEND));
        assertThat(preflight.says("caller=nobody")).isTrue();
        assertThat(preflight.headers("Access-Control-Allow-Origin")).isEmpty();
        assertThat(container.answerTo(preflight("/plain/x", STRANGER)).status()).isEqualTo(403);
        Wire.Answer challenged = container.answerTo(Wire.get("/plain/x").with("Origin", FRIEND));
        assertThat(challenged.status()).isEqualTo(401);
        assertThat(challenged.headers("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /.well-known/oauth-protected-resource",
        "GET, /.well-known/oauth-authorization-server",
        "GET, /.well-known/openid-configuration",
        "GET, /oauth/jwks",
        "POST, /oauth/token",
        "POST, /oauth/register",
        "POST, /oauth/revoke",
        "GET, /oauth/token",
    })
    void anEndpointForClients_isReadableForEveryOrigin(String method, String path) {
        Wire.Answer answer = container.answerTo(Wire.request(method, path).with("Origin", STRANGER));
        assertThat(answer.status()).isNotEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Wire.Answer preflight = container.answerTo(preflight(path, STRANGER));
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
    }

    @ParameterizedTest
    @CsvSource({"GET, /oauth/authorize", "POST, /oauth/consent", "GET, /Callback"})
    void anEndpointForPeople_isReadableForNone(String method, String path) {
        Wire.Answer answer = container.answerTo(Wire.request(method, path).with("Origin", STRANGER));
        assertThat(answer.headers("Access-Control-Allow-Origin")).isEmpty();
        assertThat(container.answerTo(preflight(path, STRANGER)).headers("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/x, anything.example, 401",
        "/named/x, inner.example, 401",
        "/named/x, INNER.example:9999, 401",
        "/named/x, outer.example:8443, 401",
        "/named/x, gate.example, 401",
        "/named/x, outer.example, 403",
        "/named/x, other.example, 403",
        "/loop/x, 127.0.0.1:8080, 401",
        "/loop/x, localhost:9999, 401",
        "/loop/x, [::1]:8080, 401",
        "/loop/x, rebound.example, 403",
        "/loop/x, 127.0.0.1.rebound.example, 403",
    })
    void aHostName_isCheckedWhereItMatters(String target, String host, int status) {
        assertThat(container.answerTo(Wire.get(target).with("Host", host)).status())
                .isEqualTo(status);
    }
}
