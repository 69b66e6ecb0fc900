package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.ReportServlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the endpoints are, beside the application's own servlets. */
class EndpointAddressTest {
    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(
                TestApp.ordinary(""),
                TestApp.ordinary("/moved").set("OAUTH_ENDPOINT_PATH", "/gate/way"),
                TestApp.guarded("/exact").servlet(ReportServlet.class, "/oauth2/token"),
                TestApp.guarded("/below").servlet(ReportServlet.class, "/oauth2/*"),
                TestApp.ordinary("/app")
                        .set("OAUTH_ISSUER", TestApp.ISSUER + "/shown")
                        .set("OAUTH_REDIRECT_URI", TestApp.ISSUER + "/app/Callback"));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /.well-known/oauth-protected-resource, 200",
        "GET, /.well-known/oauth-authorization-server, 200",
        "GET, /.well-known/openid-configuration, 200",
        "GET, /oauth/jwks, 200",
        "GET, /oauth/health, 200",
        "GET, /oauth/authorize, 400",
        "POST, /oauth/consent, 400",
        "POST, /oauth/token, 400",
        "POST, /oauth/revoke, 400",
        "POST, /oauth/register, 400",
        "GET, /Callback, 400",
        "GET, /oauth2/authorize, 400",
        "POST, /oauth2/token, 400",
        "POST, /oauth2/register, 400",
        "POST, /oauth2/revoke, 400",
    })
    void anEndpoint_needsNoToken(String method, String path, int status) {
        Wire.Answer answer = container.answerTo(Wire.request(method, path));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth",
                "/oauth/",
                "/oauth/other",
                "/oauth/token/",
                "/oauth/token/x",
                "/oauth/tokens",
                "/OAuth/token",
                "/oauth2",
                "/oauth2/other",
                "/callback",
                "/Callback/x",
                "/.well-known",
                "/.well-known/other",
                "/oauth/token%2f..%2f..%2fapi",
                "/oauth/token/../../api",
                "/oauth/token/..;/api",
                "/.well-known/oauth-protected-resource/../../api",
                "/.well-known/oauth-protected-resource/%2e%2e/%2e%2e/api",
                "/.well-known/oauth-protected-resource/..;/..;/api",
            })
    void anAddressLikeAnEndpoint_isProtected(String target) {
        Wire.Answer answer = container.answerTo(Wire.request("POST", target));
        assertThat(answer.reachedApplication()).isFalse();
        assertThat(answer.status()).isBetween(400, 401);
    }

    @Test
    void movedEndpoints_areWhereTheyWereMoved_andNoOtherPlace() {
        assertThat(container
                        .answerTo(Wire.request("POST", "/moved/gate/way/token"))
                        .body())
                .contains("invalid_request");
        assertThat(container
                        .answerTo(Wire.request("POST", "/moved/oauth/token"))
                        .body())
                .contains("missing_token");
        assertThat(container
                        .answerTo(Wire.get("/moved/.well-known/oauth-authorization-server"))
                        .body())
                .contains("https://gate.example/moved/gate/way/token")
                .contains("https://gate.example/moved/gate/way/authorize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exact", "/below"})
    void anApplicationsServletAtAnAlias_staysItsOwn_andProtected(String context) {
        Wire.Answer without = container.answerTo(Wire.request("POST", context + "/oauth2/token"));
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.body()).contains("missing_token");
        Wire with = Wire.request("POST", context + "/oauth2/token").bearer(TestTokens.of(TestApp.ISSUER + context));
        assertThat(container.answerTo(with).reachedApplication()).isTrue();
        assertThat(container
                        .answerTo(Wire.request("POST", context + "/oauth/token"))
                        .body())
                .contains("invalid_request");
    }

    @Test
    void anApplicationsServletAtAnEndpoint_failsTheStart_andBothAreNamed() {
        TestApp application = TestApp.guarded("").servlet(ReportServlet.class, "/oauth/token");
        assertThatThrownBy(() -> TestContainer.with(application))
                .hasMessageContaining("/oauth/token")
                .hasMessageContaining("TokenServlet")
                .hasMessageContaining(ReportServlet.class.getName())
                .hasMessageContaining("OAUTH_ENDPOINT_PATH");
    }

    @Test
    void anApplicationsServletAtAnEndpoint_isNoConflict_whenTheEndpointsAreElsewhere() {
        TestApp application =
                TestApp.guarded("").servlet(ReportServlet.class, "/oauth/token").set("OAUTH_ENDPOINT_PATH", "/gate");
        try (TestContainer other = TestContainer.with(application)) {
            assertThat(other.answerTo(Wire.request("POST", "/oauth/token")).status())
                    .isEqualTo(401);
            assertThat(other.answerTo(Wire.request("POST", "/gate/token")).status())
                    .isEqualTo(400);
        }
    }

    // A proxy that maps /shown to /app: the callback may be the one beyond the proxy or the one before it.
    @Test
    void theCallback_isInsideTheApplication_whateverTheIssuersPath() {
        Wire.Answer answer = container.answerTo(Wire.get("/app/Callback"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
}
