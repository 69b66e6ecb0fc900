package org.vizgate.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** For what another process does in its own time. */
public final class Eventually {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int TIMES = 600;

    private Eventually() {}

    /** Asks again and again until it is so; fails after a minute. */
    public static void holds(BooleanSupplier question) {
        holds(question, () -> "it did not come true");
    }

    /** The same, and {@code otherwise} says what is so instead. */
    public static void holds(BooleanSupplier question, Supplier<String> otherwise) {
        for (int i = 0; i < TIMES; i++) {
            if (question.getAsBoolean()) {
                return;
            }
            pause(BETWEEN);
        }
        throw new AssertionError("after a minute: " + otherwise.get());
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
