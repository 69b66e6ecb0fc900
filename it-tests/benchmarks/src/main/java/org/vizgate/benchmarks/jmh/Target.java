package org.vizgate.benchmarks.jmh;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What is wanted of a figure: alone, or as a ratio to the smallest of others that were measured in the same run.
 *
 * @param what was measured: class and method, and for memory {@code bytes}
 * @param beside what it is divided by the least of; empty for the figure itself
 * @param limit the most it may be
 */
record Target(String what, List<String> beside, double limit) {
    static final List<Target> ALL = List.of(
            new Target("FilterBenchmark.warm", List.of(), 1.5),
            new Target("FilterBenchmark.warm bytes", List.of(), 300),
            new Target(
                    "VerifyBenchmark.direct",
                    List.of(
                            "VerifyBenchmark.directNimbus",
                            "VerifyBenchmark.directJjwt",
                            "VerifyBenchmark.directSmallrye"),
                    1.10),
            new Target("VerifyBenchmark.direct", List.of("VerifyBenchmark.rsa"), 1 / 40.0),
            new Target("IssueBenchmark.rsa", List.of("IssueBenchmark.floor"), 1.6));

    /**
     * A line for people; empty if not all that it needs was measured.
     *
     * @param medians of everything that was measured
     */
    Optional<String> line(Map<String, Double> medians) {
        if (!medians.containsKey(what) || !medians.keySet().containsAll(beside)) {
            return Optional.empty();
        }
        OptionalDouble least = beside.stream().mapToDouble(medians::get).min();
        double figure = medians.get(what) / least.orElse(1);
        String divisor = beside.isEmpty() ? "" : " / " + shortest(beside);
        return Optional.of(String.format(
                Locale.ROOT,
                "%-80s %9.3f   at most %7.3f   %s",
                what + divisor,
                figure,
                limit,
                figure <= limit ? "met" : "NOT met"));
    }

    private static String shortest(Collection<String> names) {
        return names.stream()
                .map(name -> name.substring(name.indexOf('.') + 1))
                .collect(Collectors.joining(", ", names.size() > 1 ? "least of " : "", ""));
    }
}
