package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that a web application gains with the gate, as they lie beside the benchmarks' own. */
final class GateJars {
    private static final String OURS = "vizgate-filter-";
    private static final List<String> NAMES = List.of(
            OURS + "api",
            OURS + "impl",
            "caffeine",
            "error_prone_annotations",
            "httpclient5",
            "httpcore5",
            "httpcore5-h2",
            "jakarta.json-api",
            "jakarta.json.bind-api",
            "jose4j",
            "jspecify",
            "parsson",
            "slf4j-api",
            "yasson");

    private GateJars() {}

    static List<Path> all() {
        return NAMES.stream().map(GateJars::named).toList();
    }

    static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith(OURS);
    }

    private static Path named(String name) {
        try (Stream<Path> jars = Files.list(ClassPath.libraries())) {
            return jars.filter(jar -> jar.getFileName().toString().matches(name.replace(".", "\\.") + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar of " + name + " beside the benchmarks"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
