package org.vizgate.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CostlyAttemptsTest {
    private static final int TOLERATED = 3;
    private static final int SLOWLY = 10;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SetClock clock = new SetClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aPartyThatFailed_isNotLimitedUpToTheLimit() {
        CostlyAttempts attempts = attempts(2, LONG);
        fail(attempts, "a", TOLERATED - 1);

        for (int i = 0; i < 1_000; i++) {
            assertThat(succeed(attempts, "a")).isEqualTo("done");
        }
    }

    @Test
    void afterTooManyFailures_thereAreTenInASecond() {
        CostlyAttempts attempts = attempts(2, LONG);
        fail(attempts, "a", TOLERATED + SLOWLY);
        made.set(0);

        assertThat(refusal(attempts, "a")).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(made).hasValue(0);

        clock.advance(Duration.ofSeconds(1));
        assertThat(succeed(attempts, "a")).isEqualTo("done");
    }

    @Test
    void atTheEndOfThePeriod_allIsForgiven() {
        CostlyAttempts attempts = attempts(2, LONG);
        fail(attempts, "a", TOLERATED + SLOWLY);

        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(succeed(attempts, "a")).isEqualTo("done");
        }
    }

    @Test
    void afterTooManyFailures_thereIsOneAtATime() {
        CostlyAttempts attempts = attempts(2, LONG);
        fail(attempts, "a", TOLERATED);

        assertThat(attempts.make(() -> "a", () -> refusal(attempts, "a"))).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(succeed(attempts, "a")).isEqualTo("done");
    }

    @Test
    void anotherParty_isNotLimited() {
        CostlyAttempts attempts = attempts(2, LONG);
        fail(attempts, "a", TOLERATED + SLOWLY);

        assertThat(attempts.make(() -> "b", () -> succeed(attempts, "b"))).isEqualTo("done");
    }

    @Test
    void whereNobodyIsToldApart_nobodyIsAskedFor() {
        CostlyAttempts attempts = new CostlyAttempts(Optional.empty(), 1, LONG, clock);

        for (int i = 0; i < 1_000; i++) {
            failOnce(attempts, () -> {
                throw new AssertionError("asked for the party");
            });
        }
        assertThat(made).hasValue(1_000);
    }

    @Test
    void withoutATurnInTime_anAttemptIsNotMade() {
        CostlyAttempts attempts = attempts(1, Duration.ZERO);

        assertThat(attempts.make(() -> "a", () -> refusal(attempts, "b"))).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(made).hasValue(0);
        assertThat(succeed(attempts, "b")).isEqualTo("done");
    }

    @Test
    void whoeverIsInterruptedWhileWaiting_isRefusedAndStaysInterrupted() {
        CostlyAttempts attempts = attempts(1, LONG);

        Thread.currentThread().interrupt();
        assertThat(refusal(attempts, "a")).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A node that starts, behind a proxy that hides who is who. */
    @Test
    void fiveHundredFirstSightsAtOnce_allSucceed_oneAfterTheOther() throws Exception {
        CostlyAttempts attempts = attempts(1, LONG);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        atOnce(
                500,
                () -> attempts.make(() -> "proxy", () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    made.incrementAndGet();
                    return running.decrementAndGet();
                }));
        assertThat(made).hasValue(500);
        assertThat(most).hasValue(1);
    }

    /** All of them come before the first one has failed. */
    @Test
    void aBurstOfBadOnes_isStoppedWhileItWaits() throws Exception {
        CostlyAttempts attempts = attempts(1, LONG);

        atOnce(100, () -> failOnce(attempts, () -> "a"));
        assertThat(made.get()).isBetween(TOLERATED, TOLERATED + SLOWLY);
    }

    private CostlyAttempts attempts(int atOnce, Duration patience) {
        return new CostlyAttempts(Optional.of(new Rate(TOLERATED, Duration.ofMinutes(1))), atOnce, patience, clock);
    }

    private String succeed(CostlyAttempts attempts, String party) {
        return attempts.make(() -> party, () -> {
            made.incrementAndGet();
            return "done";
        });
    }

    private void fail(CostlyAttempts attempts, String party, int times) {
        for (int i = 0; i < times; i++) {
            failOnce(attempts, () -> party);
        }
        assertThat(made).hasValue(times);
    }

    private void failOnce(CostlyAttempts attempts, Supplier<String> party) {
        assertThatThrownBy(() -> attempts.make(party, this::failing)).isInstanceOf(RuntimeException.class);
    }

    private String failing() {
        made.incrementAndGet();
        throw new IllegalStateException();
    }

    private ErrorCode refusal(CostlyAttempts attempts, String party) {
        return catchThrowableOfType(OAuthException.class, () -> succeed(attempts, party))
                .code();
    }

    private static void atOnce(int threads, Runnable work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(work));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
