package org.vizgate.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/** The same measured several times. */
final class Samples {
    private final double[] values;

    private Samples(double[] values) {
        this.values = values;
    }

    static Samples of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    double median() {
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** Median, and in brackets the least and the most. */
    String text(String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(),
                values[0],
                values[values.length - 1]);
    }
}
