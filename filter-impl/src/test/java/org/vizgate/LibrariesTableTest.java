package org.vizgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README says an application gains in {@code WEB-INF/lib} is what it gains, with a reason for each jar. */
class LibrariesTableTest {
    private static final Path README = Path.of("../README.md");
    // Written by the build.
    private static final Path LIBRARIES = Path.of("target/runtime-libraries");
    private static final String TITLE = "### What `WEB-INF/lib` gains\n";
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+\\.jar)` \\| ([0-9,]*) \\| (.+) \\|");
    private static final Pattern SENTENCE = Pattern.compile("([0-9]+) jars, ([0-9,]+) kB of them by others");
    private static final Pattern VERSION = Pattern.compile("-[0-9][^/]*$");
    private static final String OURS = "vizgate-filter-";

    private final String section;

    LibrariesTableTest() throws IOException {
        String readme = Files.readString(README);
        String fromHere = readme.substring(readme.indexOf(TITLE) + TITLE.length());
        section = fromHere.substring(0, fromHere.indexOf("\n## "));
    }

    @Test
    void theTable_hasEachLibraryWithItsSizeAndAReason() throws IOException {
        List<String> written = ROW.matcher(section)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(OURS + "api.jar ", OURS + "impl.jar "),
                                others().map(jar -> name(jar) + " " + grouped(kilobytes(jar))))
                        .toList());
    }

    @Test
    void theSentence_hasTheSums() throws IOException {
        assertThat(SENTENCE.matcher(section).results().map(found -> found.group(1) + " " + found.group(2)))
                .containsExactly((others().count() + 2) + " "
                        + grouped(others().mapToLong(LibrariesTableTest::kilobytes)
                                .sum()));
    }

    private static Stream<Path> others() throws IOException {
        return Arrays.stream(Files.readString(LIBRARIES).strip().split("\\|"))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !jar.getFileName().toString().startsWith(OURS));
    }

    private static String name(Path jar) {
        String file = jar.getFileName().toString();
        return VERSION.matcher(file).replaceFirst("") + ".jar";
    }

    private static long kilobytes(Path jar) {
        try {
            return Math.round(Files.size(jar) / 1000.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
