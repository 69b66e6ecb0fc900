package org.vizgate.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.vizgate.cache.BoundedCache;

/**
 * Lets each key through so many times in a period. A key's period begins with its first request and ends as a whole; the
 * next request then begins another one. So a key gets at most twice the number within any one period's time.
 *
 * <p>Remembers a bounded number of keys; when there are more, those that are seen least are forgotten, and begin anew. Safe
 * for use by several threads.
 */
public final class RateLimit {
    static final int MAX_KEYS = 50_000;

    private final Rate rate;
    private final Clock clock;
    private final BoundedCache<String, Period> periods;

    private record Period(Instant end, AtomicInteger used) {}

    public RateLimit(Rate rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
        this.periods = new BoundedCache<>(MAX_KEYS, Period::end, clock);
    }

    /** Counts a request of {@code key}: empty if it may pass, otherwise how long it has to wait, more than nothing. */
    public Optional<Duration> delay(String key) {
        Instant now = clock.instant();
        Period period = periods.get(key, first -> new Period(now.plus(rate.period()), new AtomicInteger()));
        // Not incremented for ever: a counter that turns round would let through again.
        int used = period.used().getAndUpdate(before -> Math.min(before + 1, rate.count()));
        Duration left = Duration.between(now, period.end());
        return used < rate.count() || left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** How long {@code key} has to wait; empty if its next request may pass. Counts nothing. */
    public Optional<Duration> left(String key) {
        @Nullable Period period = periods.get(key);
        if (period == null || period.used().get() < rate.count()) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), period.end());
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** About how many keys are remembered. */
    long size() {
        return periods.size();
    }
}
