package org.vizgate.cloudmanager;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How long one session of Cloud Manager still lives: in all, and without a call. Safe for use by several threads. */
final class SessionLife {
    /** Both limits as documented (Cloud Manager documentation, "Authentication"). */
    static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final LongSupplier nanoTime;
    private final long start;
    private final long lifeNanos;
    private final AtomicLong lastCall;

    /**
     * Begins now, with a call: the login.
     *
     * @param nanoTime as {@link System#nanoTime}, so that whoever sets the computer's clock ends no session
     */
    SessionLife(LongSupplier nanoTime, Duration life) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lifeNanos = life.toNanos();
        this.lastCall = new AtomicLong(start);
    }

    void countCall() {
        lastCall.set(nanoTime.getAsLong());
    }

    /** Zero if it is over: one that ends now has ended. */
    Duration remaining() {
        long now = nanoTime.getAsLong();
        long nanos = Math.min(lifeNanos - (now - start), IDLE.toNanos() - (now - lastCall.get()));
        return Duration.ofNanos(Math.max(nanos, 0));
    }

    boolean isOver() {
        return remaining().isZero();
    }
}
