package org.vizgate.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.fail;

/** What a test needs of the machine. Where it is missing the test is skipped aloud, or fails if {@code it.require} names it. */
final class Needed {
    private Needed() {}

    /** @param name as it stands in {@code it.require} */
    static <T> T orSkip(String name, Optional<T> found, String missing) {
        if (found.isPresent()) {
            return found.get();
        }
        if (List.of(System.getProperty("it.require", "").split("[, ]+")).contains(name)) {
            return fail("-Dit.require=" + name + ", but " + missing);
        }
        System.err.println("SKIPPED (" + name + "): " + missing);
        Assumptions.abort(missing);
        throw new IllegalStateException();
    }

    /** A program: the path in the system property, or the first of the names that is on the PATH. */
    static Optional<Path> program(String property, String... names) {
        String given = System.getProperty(property, "");
        if (!given.isEmpty()) {
            return Optional.of(Path.of(given)).filter(Files::isExecutable);
        }
        List<Path> folders = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
