package org.vizgate.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong and what is doubtful, so that an administrator sees all of it at once. For one thread. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void problem(String name, String origin, String fault, String remedy) {
        problems.add(new Problem(name, origin, fault, remedy));
    }

    void warning(String text) {
        warnings.add(text);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws ConfigurationException if there is a problem */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems, warnings);
        }
    }
}
