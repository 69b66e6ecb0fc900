package org.vizgate.tableau;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what is said again and again from filling the log. Safe for use by several threads. */
final class Hourly {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    Hourly(Clock clock) {
        this.clock = clock;
    }

    /** Whether it may be said now; true for one caller in an hour. */
    boolean isDue() {
        Instant now = clock.instant();
        Instant due = next.get();
        return !now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE));
    }
}
