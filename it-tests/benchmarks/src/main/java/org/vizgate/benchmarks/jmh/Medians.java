package org.vizgate.benchmarks.jmh;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** The middle one of all iterations of all processes: a neighbour's work spoils a mean, and the best proves little. */
final class Medians {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Medians() {}

    /** By class and method; with {@code bytes} behind it, how many of those one call allocates. */
    static Map<String, Double> of(Collection<RunResult> results) {
        Map<String, Double> medians = new TreeMap<>();
        for (RunResult result : results) {
            String name = name(result);
            medians.put(
                    name,
                    median(iterations(result)
                            .mapToDouble(
                                    iteration -> iteration.getPrimaryResult().getScore())));
            if (result.getSecondaryResults().containsKey(ALLOCATED)) {
                medians.put(
                        name + " bytes",
                        median(iterations(result)
                                .filter(iteration ->
                                        iteration.getSecondaryResults().containsKey(ALLOCATED))
                                .mapToDouble(iteration -> iteration
                                        .getSecondaryResults()
                                        .get(ALLOCATED)
                                        .getScore())));
            }
        }
        return medians;
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
        return result.getParams().getParamsKeys().stream()
                .map(key -> " " + result.getParams().getParam(key))
                .reduce(method, String::concat);
    }

    private static Stream<IterationResult> iterations(RunResult result) {
        return result.getBenchmarkResults().stream().flatMap(process -> process.getIterationResults().stream());
    }

    private static double median(DoubleStream scores) {
        double[] sorted = scores.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
