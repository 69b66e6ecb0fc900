package org.vizgate.servlet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

/** Callers come to one host and are sent to another: the most common mistake with an issuer. */
class HostWatchTest {
    private static final String WARNING = "A request came to the host ";

    private static String logOf(TestApp application, Wire... requests) {
        try (LogCapture log = LogCapture.of(HostWatch.class.getName());
                TestContainer container = TestContainer.with(application)) {
            for (Wire request : requests) {
                assertThat(container.answerTo(request).status()).isPositive();
            }
            return log.text();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/oauth/authorize", "/oauth/token"})
    void anotherHost_isSaidOnce(String path) {
        String log = logOf(
                TestApp.ordinary(""),
                Wire.get(path).with("Host", "Other.Example:8443"),
                Wire.get(path).with("Host", "third.example"));

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains(WARNING + "other.example", "gate.example", "OAUTH_ISSUER", "OAUTH_TRUSTED_PROXIES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gate.example",
                "GATE.example:443",
                "gate.example:8080",
                "10.0.0.7:8080",
                "[2001:db8::1]",
                "localhost"
            })
    void theIssuersHost_andWhatHealthChecksAskFor_isNotSaid(String host) {
        assertThat(logOf(TestApp.ordinary(""), Wire.get("/x").with("Host", host)))
                .isEmpty();
    }

    @Test
    void whatWatchesTheGate_mayCallItAsItLikes() {
        assertThat(logOf(TestApp.ordinary(""), Wire.get("/oauth/health").with("Host", "node-1.internal")))
                .isEmpty();
    }

    @Test
    void aTrustedProxy_mayPutItsOwn() {
        assertThat(logOf(
                        TestApp.ordinary("").set("OAUTH_TRUSTED_PROXIES", "127.0.0.0/8"),
                        Wire.get("/x").with("Host", "backend.internal")))
                .isEmpty();
    }

    @Test
    void whereHostsAreListed_otherOnesAreRefusedInstead() {
        assertThat(logOf(
                        TestApp.ordinary("").set("OAUTH_ALLOWED_HOSTS", "gate.example, backend.internal"),
                        Wire.get("/x").with("Host", "backend.internal")))
                .isEmpty();
    }
}
