package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table in requirements.md has every requirement that is in scope, no other, and tests that are there. */
class RequirementsTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("filter-api", "filter-impl", "sample-war", "it-tests");
    private static final int RESOURCE_SERVER = 42;
    private static final int AUTHORIZATION_SERVER = 103;
    private static final Set<String> OUT_OF_SCOPE = Set.of("R37", "A43", "A65", "A96", "A97", "A98", "A99", "A103");
    private static final Pattern ROW = Pattern.compile("\\| ([RA]\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\|");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern TEST_METHOD = Pattern.compile(
            "@(?:Test|ParameterizedTest|TestFactory|FuzzTest)\\b.*?\\b(?:void|Stream<DynamicTest>) (\\w+)\\(",
            Pattern.DOTALL);

    private static final Map<String, String> PROOFS = new LinkedHashMap<>();
    private static final List<String> NUMBERS = new ArrayList<>();

    @BeforeAll
    static void readTable() throws IOException {
        for (String line : Files.readAllLines(Path.of("requirements.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                NUMBERS.add(row.group(1));
                PROOFS.put(row.group(1), row.group(3));
            } else {
                assertThat(line).as("a row that is not read").doesNotContainPattern("^\\| *[RA]\\d");
            }
        }
    }

    @Test
    void everyRequirementInScope_hasOneRow() {
        List<String> expected = Stream.concat(numbers("R", RESOURCE_SERVER), numbers("A", AUTHORIZATION_SERVER))
                .filter(number -> !OUT_OF_SCOPE.contains(number))
                .toList();

        assertThat(NUMBERS).containsExactlyElementsOf(expected);
    }

    private static Stream<String> numbers(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
    }

    @Test
    void everyRow_namesTestsThatAreThere() {
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        Set<String> missing = new TreeSet<>();
        for (Map.Entry<String, String> row : PROOFS.entrySet()) {
            List<MatchResult> named = PROOF.matcher(row.getValue()).results().toList();
            assertThat(named).as(row.getKey()).isNotEmpty();
            for (MatchResult proof : named) {
                Set<String> known = methods.computeIfAbsent(proof.group(1), RequirementsTest::methodsOf);
                if (!known.contains(proof.group(2))) {
                    missing.add(row.getKey() + " " + proof.group());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Set<String> methodsOf(String className) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(RequirementsTest::filesBelow)
                .filter(file -> file.getFileName().toString().equals(className + ".java"))
                .flatMap(file -> TEST_METHOD.matcher(text(file)).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> filesBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
