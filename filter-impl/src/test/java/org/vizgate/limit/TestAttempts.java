package org.vizgate.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Attempts for tests that are not about limits. */
public final class TestAttempts {
    /** An address for documentation (RFC 5737). */
    public static final Supplier<String> SOMEBODY = () -> "192.0.2.1";

    private TestAttempts() {}

    /** Nobody is told apart, and everybody has a turn. */
    public static CostlyAttempts unlimited() {
        return new CostlyAttempts(Optional.empty(), 100, Duration.ofMinutes(1), Clock.systemUTC());
    }
}
