package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes of README.md and beside it: what stands there is what is deployed. */
final class Readme {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Readme() {}

    /** The one block in this language that has the text in it. */
    static String block(String language, String text) {
        List<String> found = BLOCK.matcher(read("README.md"))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .filter(block -> block.contains(text))
                .toList();
        assertThat(found).as("%s with %s", language, text).hasSize(1);
        return found.get(0);
    }

    /** What the elements of web.xml are in the recipe for it. */
    static String recipeElements() {
        String recipe = read("it-tests/src/test/recipes/web.xml");
        return recipe.substring(recipe.indexOf('>', recipe.indexOf("<web-app")) + 1, recipe.indexOf("</web-app>"));
    }

    /** The servlets alone in the recipe for web.xml. */
    static String recipeServlets() {
        String elements = recipeElements();
        return elements.substring(elements.indexOf("<servlet>"));
    }

    /** A file of the project. */
    static String read(String path) {
        try {
            return Files.readString(Path.of(System.getProperty("it.root"), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
