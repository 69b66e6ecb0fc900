package org.vizgate.benchmarks.jmh;

import java.util.concurrent.Callable;

/** One of those that are compared by turns. One thread. */
final class Turn {
    private static final double NANOS_PER_MICRO = 1e3;

    private final String name;
    private final Callable<?> step;
    private volatile Object last = "";

    Turn(String name, Callable<?> step) {
        this.name = name;
        this.step = step;
    }

    String name() {
        return name;
    }

    /** Takes the step {@code calls} times, and says how many microseconds one of them took. */
    double take(int calls) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            // Kept, so that no compiler finds out that nobody wants it.
            last = step.call();
        }
        return (System.nanoTime() - start) / NANOS_PER_MICRO / calls;
    }

    /** What the last call gave. */
    @Override
    public String toString() {
        return name + ": " + last;
    }
}
