package org.vizgate.config;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.limit.Rate;
import org.vizgate.scope.Scopes;

import static org.assertj.core.api.Assertions.assertThat;

class ProtectionReaderTest {
    private static final String RULES = "GET /api/* = tableau:content:read; POST /api/* = tableau:content:write;";

    @Test
    void scopeRules_areSeparatedBySemicolonsOrLines() {
        Settings.Protection protection = protection("OAUTH_SCOPE_RULES", RULES + "\n/x = y\n");

        assertThat(protection.scopeRules().needs("HEAD", "/api/a").base()).isEqualTo(Scopes.of("tableau:content:read"));
        assertThat(protection.scopeRules().needs("POST", "/api/a").base())
                .isEqualTo(Scopes.of("tableau:content:write"));
        assertThat(protection.scopeRules().needs("GET", "/x").base()).isEqualTo(Scopes.of("y"));
    }

    @Test
    void eachWrongRule_isAProblem() {
        assertThat(Written.minimal()
                        .with("OAUTH_SCOPE_RULES", "GTE /a = x; /b = y; POST /mcp [tools/call] = z")
                        .problems())
                .hasSize(2)
                .last()
                .satisfies(problem -> assertThat(problem.fault()).contains("JSON-RPC method"));
    }

    @Test
    void rulesThatContradictEachOther_areRefused() {
        assertThat(Written.minimal().with("OAUTH_SCOPE_RULES", "/a = x; /a = y").problems())
                .singleElement()
                .extracting(Problem::fault)
                .isEqualTo("has more than one rule for /a");
    }

    @Test
    void passthrough_isOffUnlessItIsSwitchedOn() {
        assertThat(protection("OAUTH_PASSTHROUGH_SCOPES", "a").passthrough()).isEmpty();
        assertThat(Written.withServer()
                        .with("ENABLE_PASSTHROUGH_AUTH", "true")
                        .protecting()
                        .protection()
                        .passthrough())
                .contains(new Settings.Passthrough(Duration.ofMinutes(10), Scopes.none()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1440"})
    void theMinutesOfPassthrough_areRead(String minutes) {
        assertThat(Written.withServer()
                        .with("ENABLE_PASSTHROUGH_AUTH", "true")
                        .with("PASSTHROUGH_AUTH_USER_SESSION_CHECK_INTERVAL_IN_MINUTES", minutes)
                        .with("OAUTH_PASSTHROUGH_SCOPES", "a, b")
                        .protecting()
                        .protection()
                        .passthrough())
                .contains(new Settings.Passthrough(Duration.ofMinutes(Integer.parseInt(minutes)), Scopes.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1441", "99999", "1.5", "never"})
    void otherMinutesOfPassthrough_areRefused(String minutes) {
        String name = "PASSTHROUGH_AUTH_USER_SESSION_CHECK_INTERVAL_IN_MINUTES";
        assertThat(Written.withServer().with(name, minutes).problems())
                .extracting(Problem::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://online.tableau.com"})
    void passthroughToNoCertainTableau_isRefused(String server) {
        assertThat(Written.minimal()
                        .with("ENABLE_PASSTHROUGH_AUTH", "true")
                        .with("SERVER", server)
                        .problems())
                .extracting(Problem::name)
                .containsExactly("ENABLE_PASSTHROUGH_AUTH");
    }

    @Test
    void publicPaths_areRead() {
        Settings.Protection protection = protection("OAUTH_PUBLIC_PATHS", "/, /assets/*, *.css");

        assertThat(protection.publicPaths().lets("/", "/app/")).isTrue();
        assertThat(protection.publicPaths().lets("/assets/a", "/app/assets/a")).isTrue();
        assertThat(protection.publicPaths().lets("/api", "/app/api")).isFalse();
    }

    @Test
    void eachWrongPublicPath_isAProblem() {
        assertThat(Written.minimal()
                        .with("OAUTH_PUBLIC_PATHS", "assets, /a/../b, /ok")
                        .problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_PUBLIC_PATHS", "OAUTH_PUBLIC_PATHS");
    }

    @Test
    void everythingPublic_isAWarning() {
        assertThat(Written.withServer().with("OAUTH_PUBLIC_PATHS", "/*").read().warnings())
                .singleElement()
                .asString()
                .contains("the whole application is public");
    }

    @Test
    void scopesSupported_areSeparatedByBlanksOrCommas() {
        assertThat(protection("OAUTH_SCOPES_SUPPORTED", "a:b, c:d e:f").scopesSupported())
                .contains(Scopes.of("a:b", "c:d", "e:f"));
    }

    @Test
    void whatIsNoScope_isRefused() {
        assertThat(Written.minimal().with("OAUTH_SCOPES_SUPPORTED", "a \"b\"").problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_SCOPES_SUPPORTED");
    }

    @Test
    void aRuleWhoseScopeNobodyCanGet_isAWarning() {
        Written written = Written.withServer().with("OAUTH_SCOPE_RULES", RULES);

        assertThat(written.with("OAUTH_SCOPES_SUPPORTED", "tableau:content:read")
                        .read()
                        .warnings())
                .hasSize(1);
        assertThat(written.with("OAUTH_SCOPES_SUPPORTED", "tableau:content:*")
                        .read()
                        .warnings())
                .isEmpty();
    }

    @Test
    void disabledScopesWithRules_areAWarning() {
        assertThat(Written.withServer()
                        .with("OAUTH_SCOPE_RULES", RULES)
                        .with("OAUTH_DISABLE_SCOPES", "true")
                        .read()
                        .warnings())
                .containsExactly("OAUTH_DISABLE_SCOPES is true: OAUTH_SCOPE_RULES has no effect.");
    }

    @Test
    void allowedOrigins_areInTheFormThatBrowsersSend() {
        assertThat(protection(
                                "OAUTH_ALLOWED_ORIGINS",
                                "https://App.example.org:443, http://intranet:8080 vscode-webview://a1b2")
                        .allowedOrigins())
                .containsExactly("https://app.example.org", "http://intranet:8080", "vscode-webview://a1b2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "null", "app.example.org", "https://*.example.org", "https://app.example.org/", "a://b/c"})
    void whatIsNoOrigin_isRefused(String origin) {
        assertThat(Written.minimal().with("OAUTH_ALLOWED_ORIGINS", origin).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_ALLOWED_ORIGINS");
    }

    @Test
    void allowedHosts_areInLowerCase() {
        assertThat(protection("OAUTH_ALLOWED_HOSTS", "App.example.org, [::1]:8080 10.0.0.1")
                        .allowedHosts())
                .containsExactly("app.example.org", "[::1]:8080", "10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.org", "*", "a:b", "a/b", "a:0"})
    void whatIsNoHost_isRefused(String host) {
        assertThat(Written.minimal().with("OAUTH_ALLOWED_HOSTS", host).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_ALLOWED_HOSTS");
    }

    @Test
    void cors_isOnOrOff() {
        assertThat(protection("OAUTH_CORS", "OFF").cors()).isFalse();
        assertThat(Written.minimal().with("OAUTH_CORS", "false").problems())
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("Write off or on");
    }

    @ParameterizedTest
    @CsvSource({"10/s, 10, 1", "60/min, 60, 60", "1000/H, 1000, 3600"})
    void aRateLimit_isANumberInAPeriod(String text, int count, long seconds) {
        assertThat(protection("OAUTH_RATE_LIMIT", text).rateLimit())
                .contains(new Rate(count, Duration.ofSeconds(seconds)));
    }

    @Test
    void noRateLimit_isOff() {
        assertThat(protection("OAUTH_RATE_LIMIT", "OFF").rateLimit()).isEmpty();
    }

    @Test
    void anIssuerOnLoopback_hasNoRateLimitUnlessOneIsSet() {
        Written local = Written.withServer().with("OAUTH_ISSUER", "http://127.0.0.1:8080/app");

        assertThat(local.protecting().protection().rateLimit()).isEmpty();
        assertThat(local.with("OAUTH_RATE_LIMIT", "5/s")
                        .protecting()
                        .protection()
                        .rateLimit())
                .contains(new Rate(5, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0/s", "-1/s", "60/day", "60 / min", "1.5/s", "99999999/s", "60/min, 1/s", "no"})
    void whatIsNoRate_isRefused(String text) {
        assertThat(Written.minimal().with("OAUTH_RATE_LIMIT", text).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_RATE_LIMIT");
    }

    @Test
    void trustedProxies_areAddressesAndRanges() {
        assertThat(protection("OAUTH_TRUSTED_PROXIES", "10.0.0.1, 192.168.0.0/16 2001:db8::/32")
                        .trustedProxies())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.1/8", "10.0.0.0/33", "10.0", "*"})
    void whatIsNoAddress_isRefused(String text) {
        assertThat(Written.minimal().with("OAUTH_TRUSTED_PROXIES", text).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_TRUSTED_PROXIES");
    }

    private static Settings.Protection protection(String name, String value) {
        return Written.minimal().with(name, value).protecting().protection();
    }
}
