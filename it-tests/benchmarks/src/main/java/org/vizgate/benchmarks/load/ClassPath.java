package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What processes are started with: this program, and those of the libraries beside it that they are to see. */
final class ClassPath {
    private static final Path PROGRAM =
            Path.of(System.getProperty("java.class.path")).toAbsolutePath();

    private ClassPath() {}

    static Path libraries() {
        return PROGRAM.resolveSibling("lib");
    }

    /** @param wanted names of jars */
    static String of(Predicate<String> wanted) {
        try (Stream<Path> jars = Files.list(libraries())) {
            return Stream.concat(
                            Stream.of(copy()),
                            jars.filter(jar -> wanted.test(jar.getFileName().toString())))
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Elsewhere, where its manifest does not lead to all libraries.
    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory("vizgate-program").resolve("benchmarks.jar");
        copy.toFile().deleteOnExit();
        return Files.copy(PROGRAM, copy);
    }
}
