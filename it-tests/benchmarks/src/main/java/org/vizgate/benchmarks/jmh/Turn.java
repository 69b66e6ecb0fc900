package org.vizgate.benchmarks.jmh;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.vizgate.benchmarks.command.Samples;

/** One of those that are compared by turns. One thread. */
final class Turn {
    private static final double NANOS_PER_MICRO = 1e3;

    private final String name;
    private final Callable<?> step;
    private final double limit;
    private volatile Object last = "";

    /** @param limit how much of this step's time the first one may take */
    Turn(String name, Callable<?> step, double limit) {
        this.name = name;
        this.step = step;
        this.limit = limit;
    }

    /** Columns of a table: how much of this step's time the first one takes, and whether that is little enough. */
    String verdict(Samples ratios) {
        return String.format(
                Locale.ROOT,
                "%s | %.2f | %s",
                ratios.quarters("%.3f"),
                limit,
                ratios.median() <= limit ? "met" : "NOT met");
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
