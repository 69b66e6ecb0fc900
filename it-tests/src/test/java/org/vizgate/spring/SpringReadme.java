package org.vizgate.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The part of README.md about Spring Boot. */
final class SpringReadme {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private SpringReadme() {}

    /** The first block in this language. */
    static String block(String language) {
        return blocks(language).get(0);
    }

    static List<String> blocks(String language) {
        String readme = read("README.md");
        String part = readme.substring(readme.indexOf("\n### Spring Boot\n"));
        List<String> found = BLOCK.matcher(part.substring(0, part.indexOf("\n## ")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
        assertThat(found).as(language).isNotEmpty();
        return found;
    }

    /** A class of the applications, without package, imports and the comment above it. */
    static String source(Class<?> type) {
        String text = read("it-tests/src/test/java/" + type.getName().replace('.', '/') + ".java");
        return text.substring(text.indexOf("\n@") + 1);
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(System.getProperty("it.root"), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
