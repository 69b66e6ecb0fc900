package org.vizgate.benchmarks.load;

/**
 * What came of a load.
 *
 * @param answers of the status that was wanted
 * @param others of any other
 * @param p50 of the time until an answer of the wanted status, in nanoseconds
 * @param p99 the same
 */
record Measured(long answers, long others, long nanos, long p50, long p99) {
    double perSecond() {
        return answers * 1e9 / nanos;
    }

    String line() {
        return answers + " " + others + " " + nanos + " " + p50 + " " + p99;
    }

    static Measured read(String line) {
        String[] words = line.split(" ", -1);
        return new Measured(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]));
    }
}
