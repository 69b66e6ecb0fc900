package org.vizgate.servlet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many tokens that look right and are not: each would cost an RSA operation. An hour is long enough for no test to see its end. */
class ForgedFloodTest {
    private static final int TOLERATED = 3;
    // Ten in a second are let through, so a flood has to be quicker than that to be one.
    private static final int FLOOD = 5_000;

    private final TestContainer container = TestContainer.with(
            TestApp.ordinary("").set("OAUTH_RATE_LIMIT", TOLERATED + "/h").set("OAUTH_TRUSTED_PROXIES", "127.0.0.0/8"),
            TestApp.ordinary("/off").set("OAUTH_RATE_LIMIT", "off"));

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void aFlood_isToldToWait_andNotToThrowItsTokensAway() {
        Wire.Answer answer = flood("198.51.100.9");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.headers("WWW-Authenticate")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("too_many_requests");
    }

    @Test
    void theFirstOnes_areRefusedAsEver() {
        for (int i = 0; i < TOLERATED; i++) {
            assertThat(forged("198.51.100.9", i).status()).isEqualTo(401);
        }
    }

    @Test
    void knownCallersBehindTheSameAddress_goOn() {
        String token = TestTokens.ordinary();
        assertThat(from("198.51.100.9", token).status()).isEqualTo(200);

        assertThat(flood("198.51.100.9").status()).isEqualTo(429);
        for (int i = 0; i < 100; i++) {
            assertThat(from("198.51.100.9", token).status()).isEqualTo(200);
        }
    }

    @Test
    void newCallersFromElsewhere_areSeen() {
        assertThat(flood("198.51.100.9").status()).isEqualTo(429);

        assertThat(from("198.51.100.10", TestTokens.ordinary()).status()).isEqualTo(200);
    }

    @Test
    void aChangeOfAddressesWithinOneIpv6Network_doesNotHelp() {
        assertThat(flood("2001:db8:1:2::1").status()).isEqualTo(429);

        assertThat(floodUntilRefused("2001:db8:1:2:ffff::2").status()).isEqualTo(429);
        assertThat(from("2001:db8:1:3::1", TestTokens.ordinary()).status()).isEqualTo(200);
    }

    /** They cost no RSA operation, and who sends them may have sent them to the wrong place. */
    @Test
    void malformedTokens_areNotCounted() {
        for (int i = 0; i < 100; i++) {
            assertThat(from("198.51.100.9", "no.token.of.this.gate").status()).isEqualTo(401);
        }
        assertThat(from("198.51.100.9", TestTokens.ordinary()).status()).isEqualTo(200);
    }

    @Test
    void withoutALimit_nobodyIsToldToWait() {
        for (int i = 0; i < 50; i++) {
            assertThat(container.answerTo(Wire.get("/off/x").bearer(forgery(i))).status())
                    .isEqualTo(401);
        }
    }

    private Wire.Answer flood(String address) {
        for (int i = 0; i < TOLERATED; i++) {
            assertThat(forged(address, i).status()).isEqualTo(401);
        }
        return floodUntilRefused(address);
    }

    private Wire.Answer floodUntilRefused(String address) {
        Wire.Answer answer = forged(address, 0);
        for (int i = 1; i < FLOOD && answer.status() == 401; i++) {
            answer = forged(address, i);
        }
        return answer;
    }

    private Wire.Answer forged(String address, int number) {
        return from(address, forgery(number));
    }

    private Wire.Answer from(String address, String token) {
        return container.answerTo(
                Wire.get("/x").with("X-Forwarded-For", address).bearer(token));
    }

    // Well formed, with the name of the key, and with another text than was sealed.
    private static String forgery(int number) {
        String[] parts = TestTokens.ordinary().split("\\.");
        int at = 4 * (number % 50);
        char other = parts[3].charAt(at) == 'A' ? 'B' : 'A';
        parts[3] = parts[3].substring(0, at) + other + parts[3].substring(at + 1);
        return String.join(".", parts);
    }
}
