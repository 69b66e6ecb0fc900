package org.vizgate.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.vizgate.cache.BoundedCache;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/**
 * Parties whose attempts failed as often as is tolerated in a period that began with the first failure. When it ends, all is
 * forgiven. A bounded number is remembered. Safe for use by several threads.
 */
final class Suspects {
    private static final Rate SLOW = new Rate(10, Duration.ofSeconds(1));

    private final Rate tolerated;
    private final Clock clock;
    private final BoundedCache<String, Failures> failures;
    private final RateLimit slow;

    private record Failures(Instant end, AtomicInteger count, AtomicBoolean isBusy) {}

    Suspects(Rate tolerated, Clock clock) {
        this.tolerated = tolerated;
        this.clock = clock;
        this.failures = new BoundedCache<>(RateLimit.MAX_KEYS, Failures::end, clock);
        this.slow = new RateLimit(SLOW, clock);
    }

    boolean include(String party) {
        @Nullable Failures known = failures.get(party);
        return known != null && known.count().get() >= tolerated.count();
    }

    /** Makes an attempt and remembers if it fails. */
    <T> T counting(String party, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            failuresOf(party).count().incrementAndGet();
            throw e;
        }
    }

    /** Makes an attempt of a party that is included, if it is not making another one, nor made too many just now. */
    <T> T slowly(String party, Supplier<T> attempt) {
        AtomicBoolean isBusy = failuresOf(party).isBusy();
        if (!isBusy.compareAndSet(false, true)) {
            throw tooMany();
        }
        try {
            if (slow.delay(party).isPresent()) {
                throw tooMany();
            }
            return attempt.get();
        } finally {
            isBusy.set(false);
        }
    }

    private Failures failuresOf(String party) {
        return failures.get(
                party,
                unused -> new Failures(
                        clock.instant().plus(tolerated.period()), new AtomicInteger(), new AtomicBoolean()));
    }

    private static OAuthException tooMany() {
        return new OAuthException(
                ErrorCode.TOO_MANY_REQUESTS, "too many access tokens from this address were invalid, try again later");
    }
}
