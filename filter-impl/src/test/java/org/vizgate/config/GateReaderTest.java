package org.vizgate.config;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GateReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org",
                "https://app.example.org:8443/a/b",
                "http://localhost:8080/app",
                "http://127.0.0.1:8080",
                "http://[::1]:8080/app"
            })
    void issuerOnHttpsOrLoopback_isTaken(String issuer) {
        assertThat(Written.minimal()
                        .with("OAUTH_ISSUER", issuer)
                        .protecting()
                        .gate()
                        .issuer())
                .hasToString(issuer);
    }

    @ParameterizedTest
    @CsvSource({
        "app.example.org, is not an absolute web address with a valid host name",
        "/app, is not an absolute web address with a valid host name",
        "https:///app, is not an absolute web address with a valid host name",
        "ftp://app.example.org, is not an absolute web address with a valid host name",
        "https://my_host/app, is not an absolute web address with a valid host name",
        "https://app.example.org/\u00e4, is not an absolute web address with a valid host name",
        "http://app.example.org, is http on a host that is not loopback",
        "http://127.0.0.1.example.org, is http on a host that is not loopback",
        "https://app.example.org/app?x, has a query or a fragment",
        "https://app.example.org/app#x, has a query or a fragment",
        "https://me@app.example.org, has a user name or a password in it",
        "https://app.example.org:0, has an impossible port",
        "https://app.example.org:65536, has an impossible port",
        "https://app.example.org/../app, has a dot segment",
    })
    void anIssuerThatIsNone_isRefused(String issuer, String fault) {
        assertThat(Written.minimal().with("OAUTH_ISSUER", issuer).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).endsWith(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.org/, https://app.example.org",
        "https://app.example.org/app/, https://app.example.org/app",
        "https://app.example.org//app, https://app.example.org/app",
        "https://app.example.org:443/app, https://app.example.org/app",
        "http://localhost:80, http://localhost",
        "HTTPS://App.Example.org/App, https://app.example.org/App"
    })
    void anIssuerInAnotherForm_isRefusedWithTheRightForm(String issuer, String right) {
        assertThat(Written.minimal().with("OAUTH_ISSUER", issuer).problems())
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("Write '" + right + "'");
    }

    @Test
    void aPasswordInAnAddress_isNotShown() {
        assertThat(Written.minimal()
                        .with("OAUTH_ISSUER", "https://me:sesame@app.example.org")
                        .refusal())
                .hasMessageContaining("'https://[hidden]@app.example.org'")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void issuerPathUnlikeTheContextPath_isAWarning() {
        Written written = Written.withServer().with("OAUTH_ISSUER", "https://app.example.org/other");

        assertThat(written.read().warnings()).singleElement().asString().contains("'/other'", "'/app'");
    }

    @Test
    void theDefaultRedirectUriWrittenOut_isTaken() {
        String callback = Written.ISSUER + "/Callback";

        assertThat(Written.minimal()
                        .with("OAUTH_REDIRECT_URI", callback)
                        .protecting()
                        .gate()
                        .redirectUri())
                .hasToString(callback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.org/app/Callback", "https://app.example.org/other/Callback"})
    void redirectUri_isTheCallbackBelowIssuerOrContext(String redirectUri) {
        Settings.Gate gate = Written.minimal()
                .with("OAUTH_ISSUER", "https://app.example.org/other")
                .with("OAUTH_REDIRECT_URI", redirectUri)
                .protecting()
                .gate();

        assertThat(gate.redirectUri()).hasToString(redirectUri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/app/callback",
                "https://app.example.org/app/Callback/",
                "https://app.example.org/Callback",
                "https://other.example.org/app/Callback",
                "http://app.example.org/app/Callback",
                "https://app.example.org/app/Callback?x=1"
            })
    void anyOtherRedirectUri_isRefused(String redirectUri) {
        assertThat(Written.minimal().with("OAUTH_REDIRECT_URI", redirectUri).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_REDIRECT_URI");
    }

    @Test
    void severalResources_keepTheirOrder() {
        Settings.Gate gate = Written.minimal()
                .with("OAUTH_RESOURCE_URI", Written.ISSUER + "/mcp, " + Written.ISSUER + ", " + Written.ISSUER + "/mcp")
                .protecting()
                .gate();

        assertThat(gate.resources())
                .extracting(Object::toString)
                .containsExactly(Written.ISSUER + "/mcp", Written.ISSUER);
    }

    @Test
    void eachWrongResource_isAProblem() {
        assertThat(Written.minimal()
                        .with("OAUTH_RESOURCE_URI", "urn:a,https://app.example.org/app#b," + Written.ISSUER)
                        .problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_RESOURCE_URI", "OAUTH_RESOURCE_URI");
    }

    @Test
    void aResourceOutsideTheIssuer_isAWarning() {
        Written written = Written.withServer().with("OAUTH_RESOURCE_URI", "https://app.example.org/app2");

        assertThat(written.read().warnings()).singleElement().asString().contains("'https://app.example.org/app2'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth", "/a/b.c"})
    void aPlainEndpointPath_isTaken(String path) {
        assertThat(Written.minimal()
                        .with("OAUTH_ENDPOINT_PATH", path)
                        .protecting()
                        .gate()
                        .endpointPath())
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "auth", "/auth/", "/a//b", "/a/../b", "/*", "/.well-known/x", "/oauth2", "/Callback", "/a b"
            })
    void anyOtherEndpointPath_isRefused(String path) {
        assertThat(Written.minimal().with("OAUTH_ENDPOINT_PATH", path).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_ENDPOINT_PATH");
    }

    @Test
    void tokenFormat_isReadInAnyCase() {
        assertThat(Written.minimal()
                        .with("OAUTH_ACCESS_TOKEN_FORMAT", "Direct")
                        .protecting()
                        .gate()
                        .tokenFormat())
                .isEqualTo(Settings.TokenFormat.DIRECT);
    }

    @Test
    void unsignedTokensWithServer_areAcceptedWithAWarning() {
        Settings.Protecting settings = Written.withServer()
                .with("OAUTH_ACCEPT_UNSIGNED_TOKENS", "true")
                .protecting();

        assertThat(settings.gate().acceptUnsignedTokens()).isTrue();
        assertThat(settings.warnings()).singleElement().asString().startsWith("OAUTH_ACCEPT_UNSIGNED_TOKENS");
    }

    @Test
    void unsignedTokensThatNobodyWouldCheck_areRefused() {
        Written written = Written.minimal()
                .with("OAUTH_ACCEPT_UNSIGNED_TOKENS", "true")
                .with("SERVER", "https://online.tableau.com")
                .with("OAUTH_SESSION_CHECK_INTERVAL_MS", "never");

        assertThat(written.problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_ACCEPT_UNSIGNED_TOKENS", "OAUTH_ACCEPT_UNSIGNED_TOKENS");
    }

    @Test
    void anAuthOfAnotherProgram_isRefusedWithTheWayOut() {
        assertThat(Written.minimal().with("AUTH", "basic").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("VIZGATE_AUTH=oauth"));
    }

    @Test
    void anotherTransport_isRefused() {
        assertThat(Written.minimal().with("TRANSPORT", "stdio").problems())
                .extracting(Problem::name)
                .containsExactly("TRANSPORT");
        assertThat(Written.minimal().with("TRANSPORT", "HTTP").read()).isInstanceOf(Settings.Protecting.class);
    }
}
