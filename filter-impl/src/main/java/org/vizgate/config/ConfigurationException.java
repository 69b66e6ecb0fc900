package org.vizgate.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings do not allow a start. The message lists every problem and warning, each on a line of its own. */
public final class ConfigurationException extends RuntimeException {
    private final transient List<Problem> problems;

    public ConfigurationException(List<Problem> problems, List<String> warnings) {
        super(message(problems, warnings));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems, List<String> warnings) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return Stream.concat(
                        problems.stream().map(problem -> "\n  - " + problem),
                        // A warning about a misspelt name is often the reason of a problem.
                        warnings.stream().map(warning -> "\n  - Warning: " + warning))
                .collect(Collectors.joining("", "The settings of Vizgate have " + count + ":", ""));
    }
}
