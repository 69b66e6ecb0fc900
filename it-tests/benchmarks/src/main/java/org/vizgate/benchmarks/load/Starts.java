package org.vizgate.benchmarks.load;

import org.vizgate.benchmarks.command.Samples;

/**
 * What the starts of one kind of web application took, one of each round: in a fresh process, and again in the same process.
 */
final class Starts {
    private static final double NANOS_PER_MILLI = 1e6;

    private final double[] first;
    private final double[] firstCpu;
    private final double[] again;
    private final double[] againCpu;

    Starts(int rounds) {
        this(new double[rounds], new double[rounds], new double[rounds], new double[rounds]);
    }

    private Starts(double[] first, double[] firstCpu, double[] again, double[] againCpu) {
        this.first = first;
        this.firstCpu = firstCpu;
        this.again = again;
        this.againCpu = againCpu;
    }

    /** Reads what {@link DeployMain} says. */
    void read(int round, Child child) {
        read(round, child.answer(), first, firstCpu);
        read(round, child.answer(), again, againCpu);
    }

    private static void read(int round, String line, double[] time, double[] cpu) {
        String[] words = line.split(" ", -1);
        time[round] = Long.parseLong(words[0]) / NANOS_PER_MILLI;
        cpu[round] = Long.parseLong(words[1]) / NANOS_PER_MILLI;
    }

    /** What these took more than others did in the same round. */
    Starts beside(Starts others) {
        return new Starts(
                minus(first, others.first),
                minus(firstCpu, others.firstCpu),
                minus(again, others.again),
                minus(againCpu, others.againCpu));
    }

    private static double[] minus(double[] values, double[] others) {
        double[] differences = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - others[i];
        }
        return differences;
    }

    /** Columns of a table: time and processor time of the first start, then of the second. */
    String columns() {
        return column(first) + " | " + column(firstCpu) + " | " + column(again) + " | " + column(againCpu);
    }

    private static String column(double[] values) {
        return Samples.of(values).text("%.0f");
    }
}
