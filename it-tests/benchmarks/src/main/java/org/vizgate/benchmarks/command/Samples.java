package org.vizgate.benchmarks.command;

import java.util.Arrays;
import java.util.Locale;

/** The same measured several times. */
public final class Samples {
    private final double[] values;

    private Samples(double[] values) {
        this.values = values;
    }

    public static Samples of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /** Of each pair that was taken in the same round, how much the one is of the other. */
    public static Samples ratios(double[] values, double[] beside) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, i -> values[i] / beside[i]);
        return of(ratios);
    }

    /** Median, and in brackets what the middle half of them lies between. */
    public String quarters(String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(),
                values[values.length / 4],
                values[values.length - 1 - values.length / 4]);
    }

    public double median() {
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** Median, and in brackets the least and the most. */
    public String text(String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(),
                values[0],
                values[values.length - 1]);
    }
}
