package org.vizgate.servlet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits as they meet HTTP. An hour is long enough for no test to see its end. */
class RateLimitingTest {
    private final TestContainer container = TestContainer.with(
            TestApp.guarded("").set("OAUTH_RATE_LIMIT", "2/h"),
            TestApp.guarded("/proxied")
                    .set("OAUTH_RATE_LIMIT", "2/h")
                    .set("OAUTH_TRUSTED_PROXIES", "127.0.0.0/8, 10.0.0.0/8"),
            TestApp.guarded("/local").set("OAUTH_ISSUER", "http://127.0.0.1:8080/local"));

    @AfterEach
    void stop() {
        container.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke", "/oauth/register"})
    void moreThanTheLimit_isToldToAProgram(String path) {
        assertThat(post(path).status()).isIn(400, 401);
        assertThat(post(path).status()).isIn(400, 401);

        Wire.Answer answer = post(path);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(3_500, 3_600);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("too_many_requests");
    }

    @Test
    void moreThanTheLimit_isToldToAPerson() {
        container.answerTo(Wire.get("/oauth/authorize"));
        container.answerTo(Wire.form("/oauth/authorize", "a=b"));

        Wire.Answer answer = container.answerTo(Wire.get("/oauth2/authorize"));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void theConsentForm_isLimitedToo() {
        post("/oauth/consent");
        post("/oauth/consent");

        assertThat(post("/oauth/consent").status()).isEqualTo(429);
    }

    @Test
    void eachEndpoint_countsByItself() {
        post("/oauth/token");
        post("/oauth/token");

        assertThat(post("/oauth/token").status()).isEqualTo(429);
        assertThat(post("/oauth/revoke").status()).isEqualTo(400);
    }

    @Test
    void documentsAndPreflights_areNotLimited() {
        for (int i = 0; i < 5; i++) {
            assertThat(container
                            .answerTo(Wire.get("/.well-known/oauth-authorization-server"))
                            .status())
                    .isEqualTo(200);
            assertThat(container
                            .answerTo(Wire.request("OPTIONS", "/oauth/token"))
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void aHeaderFromNobodyInParticular_doesNotHelp() {
        for (int i = 0; i < 3; i++) {
            Wire.Answer answer = container.answerTo(Wire.form("/oauth/token", "a=b")
                    .with("X-Forwarded-For", "198.51.100." + i)
                    .with("Forwarded", "for=198.51.100." + i));
            assertThat(answer.status()).isEqualTo(i < 2 ? 400 : 429);
        }
    }

    @Test
    void behindATrustedProxy_eachClientHasItsOwnLimit() {
        assertThat(proxied("198.51.100.1")).isEqualTo(400);
        assertThat(proxied("203.0.113.5, 198.51.100.1")).isEqualTo(400);
        assertThat(proxied("203.0.113.6, 198.51.100.1, 10.0.0.7")).isEqualTo(429);
        assertThat(proxied("198.51.100.2")).isEqualTo(400);
    }

    @Test
    void addressesOfOneIpv6Network_areOneClient() {
        assertThat(proxied("2001:db8:1:2::1")).isEqualTo(400);
        assertThat(proxied("2001:db8:1:2::2")).isEqualTo(400);
        assertThat(proxied("2001:db8:1:2:ffff::3")).isEqualTo(429);
        assertThat(proxied("2001:db8:1:3::1")).isEqualTo(400);
    }

    @Test
    void anIssuerOnLoopback_hasNoLimit() {
        for (int i = 0; i < 100; i++) {
            assertThat(post("/local/oauth/token").status()).isEqualTo(400);
        }
    }

    private Wire.Answer post(String path) {
        return container.answerTo(Wire.form(path, "a=b"));
    }

    private int proxied(String header) {
        return container
                .answerTo(Wire.form("/proxied/oauth/token", "a=b").with("X-Forwarded-For", header))
                .status();
    }

    /** The same address that limits count. */
    @Test
    void aRefusalAtTheGate_isWrittenDownWithTheCallersAddress() {
        try (LogCapture log = LogCapture.of("org.vizgate.audit")) {
            container.answerTo(Wire.get("/proxied/x").with("X-Forwarded-For", "198.51.100.7"));

            assertThat(log.text()).contains("event=access.refused", "address=198.51.100.7");
        }
    }
}
