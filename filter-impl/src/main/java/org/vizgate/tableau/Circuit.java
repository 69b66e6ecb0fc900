package org.vizgate.tableau;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;

/**
 * Keeps from trying again what has just failed: longer each time, and much longer where trying cannot help and may lock a
 * user out. Not safe for use by several threads.
 */
final class Circuit {
    private static final Duration FIRST_WHEN_REFUSED = Duration.ofSeconds(30);
    private static final Duration LONGEST_WHEN_REFUSED = Duration.ofMinutes(10);
    private static final Duration FIRST_WHEN_UNAVAILABLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WHEN_UNAVAILABLE = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 10;
    private static final double JITTER = 0.25;

    private final DoubleSupplier random;
    private @Nullable TableauException why;
    private long until;
    private int failures;

    /** @param random from 0 to 1: pauses get up to a quarter longer, so that nodes do not stay in step */
    Circuit(DoubleSupplier random) {
        this.random = random;
    }

    boolean isOpen(long now) {
        return why != null && now - until < 0;
    }

    /** @throws TableauException of the kind that opened the circuit, while it is open */
    void requireClosed(long now) {
        if (why != null && now - until < 0) {
            Duration left = Duration.ofNanos(until - now);
            throw new TableauException(
                    why.kind(),
                    "not tried again for another " + (left.toSeconds() + 1) + " s: " + why.getMessage(),
                    why.code().orElse(null),
                    left,
                    null);
        }
    }

    void failed(TableauException failure, long now) {
        boolean isUnavailable = failure.kind() == Kind.UNAVAILABLE || failure.kind() == Kind.THROTTLED;
        Duration pause = isUnavailable
                ? longer(doubled(FIRST_WHEN_UNAVAILABLE, LONGEST_WHEN_UNAVAILABLE), failure)
                : doubled(FIRST_WHEN_REFUSED, LONGEST_WHEN_REFUSED);
        why = failure;
        until = now + pause.toNanos() + (long) (pause.toNanos() * JITTER * random.getAsDouble());
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
    }

    void succeeded() {
        why = null;
        failures = 0;
    }

    private Duration doubled(Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << failures);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private static Duration longer(Duration pause, TableauException failure) {
        return failure.retryAfter().filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }
}
