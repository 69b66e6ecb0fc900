package org.vizgate.tableau;

/** A clock for ages: it never jumps, and its readings mean something only when compared with each other. */
@FunctionalInterface
public interface MonotonicClock {
    /** Nanoseconds since some moment. */
    long nanos();
}
