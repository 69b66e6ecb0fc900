package org.vizgate.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitTest {
    private final SetClock clock = new SetClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final RateLimit limit = new RateLimit(Rate.parse("3/min"), clock);

    @Test
    void asManyAsTheRateSays_pass() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.delay("a")).isEmpty();
        }
        assertThat(limit.delay("a")).contains(Duration.ofMinutes(1));
    }

    @Test
    void theDelay_isWhatIsLeftOfThePeriod() {
        use("a", 3);
        clock.advance(Duration.ofSeconds(59));

        assertThat(limit.delay("a")).contains(Duration.ofSeconds(1));
    }

    @Test
    void theEndOfThePeriod_beginsAnotherOne() {
        use("a", 3);
        clock.advance(Duration.ofMinutes(1));

        use("a", 3);
        assertThat(limit.delay("a")).contains(Duration.ofMinutes(1));
    }

    @Test
    void requestsThatWereRefused_doNotLengthenIt() {
        use("a", 3);
        for (int i = 0; i < 100; i++) {
            assertThat(limit.delay("a")).isPresent();
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(limit.delay("a")).isEmpty();
    }

    @Test
    void anotherKey_isNotAffected() {
        use("a", 3);

        assertThat(limit.delay("b")).isEmpty();
    }

    @Test
    void manyKeys_areForgottenInTime() {
        for (int i = 0; i < RateLimit.MAX_KEYS + 5_000; i++) {
            assertThat(limit.delay("key " + i)).isEmpty();
        }

        assertThat(limit.size()).isLessThanOrEqualTo(RateLimit.MAX_KEYS);
    }

    @Test
    void aKeyThatIsSeenOften_isNotForgottenForManyThatAreSeenOnce() {
        use("busy", 3);
        for (int i = 0; i < 2 * RateLimit.MAX_KEYS; i++) {
            assertThat(limit.delay("key " + i)).isEmpty();
            if (i % 100 == 0) {
                assertThat(limit.delay("busy")).isPresent();
            }
        }
    }

    @Test
    void parallelRequests_areAllCounted() throws Exception {
        RateLimit many = new RateLimit(Rate.parse("100/h"), clock);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> passed = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                passed.add(threads.submit(() -> many.delay("a").isEmpty()));
            }
            int count = 0;
            for (Future<Boolean> each : passed) {
                count += each.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "/s", "0/s", "01/s", "-1/s", "1/S", "1/d", "1/s ", "12345678/s", "\u0661/s"})
    void whatIsNoRate_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
    }

    private void use(String key, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.delay(key)).isEmpty();
        }
    }
}
