package org.vizgate.tableau;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.vizgate.crypto.RandomTokens;

/** How long to wait before another attempt. */
@FunctionalInterface
public interface Pauses {
    /** Waits about that long. An interrupt ends the wait and stays set. */
    void pause(Duration about);

    /** Real ones, of one half to the whole, so that those who failed together do not come back together. */
    static Pauses real(RandomTokens random) {
        return about -> {
            long nanos = about.toNanos();
            try {
                TimeUnit.NANOSECONDS.sleep(
                        nanos / 2 + (long) (random.generator().nextDouble() * nanos / 2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
