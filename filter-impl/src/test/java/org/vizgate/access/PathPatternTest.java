package org.vizgate.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PathPatternTest {
    @Test
    void exactPattern_matchesThatPathOnly() {
        PathPattern pattern = PathPattern.parse("/a/b");

        assertThat(pattern.matches("/a/b")).isTrue();
        assertThat(pattern.matches("/a/b/")).isFalse();
        assertThat(pattern.matches("/a/bc")).isFalse();
        assertThat(pattern.matches("/A/b")).isFalse();
    }

    @Test
    void prefixPattern_matchesWholeSegments() {
        PathPattern pattern = PathPattern.parse("/mcp/*");

        assertThat(pattern.matches("/mcp")).isTrue();
        assertThat(pattern.matches("/mcp/")).isTrue();
        assertThat(pattern.matches("/mcp/a/b")).isTrue();
        assertThat(pattern.matches("/mcp2")).isFalse();
        assertThat(pattern.matches("/x/mcp")).isFalse();
    }

    @Test
    void extensionPattern_matchesTheLastSegment() {
        PathPattern pattern = PathPattern.parse("*.png");

        assertThat(pattern.matches("/a/b.png")).isTrue();
        assertThat(pattern.matches("/a.png/b")).isFalse();
        assertThat(pattern.matches("/a/b.PNG")).isFalse();
        assertThat(pattern.matches("/png")).isFalse();
    }

    @Test
    void slash_isTheFrontPageAndNothingElse() {
        PathPattern pattern = PathPattern.parse("/");

        assertThat(pattern.matches("/")).isTrue();
        assertThat(pattern.matches("/a")).isFalse();
    }

    @Test
    void slashAndStar_isEverything() {
        PathPattern pattern = PathPattern.parse("/*");

        assertThat(pattern.isEverything()).isTrue();
        assertThat(pattern.matches("/")).isTrue();
        assertThat(pattern.matches("/a/b.png")).isTrue();
        assertThat(PathPattern.parse("/a/*").isEverything()).isFalse();
    }

    @Test
    void specificity_ordersAsAContainerDoes() {
        List<PathPattern> ascending = List.of(
                PathPattern.parse("*.png"),
                PathPattern.parse("/*"),
                PathPattern.parse("/a/*"),
                PathPattern.parse("/a/b/*"),
                PathPattern.parse("/"));

        List<PathPattern> shuffled = new ArrayList<>(ascending);
        Collections.reverse(shuffled);
        shuffled.sort(PathPattern.BY_SPECIFICITY);

        assertThat(shuffled).containsExactlyElementsOf(ascending);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "*.",
                "*.tar.gz",
                "*.a/b",
                "/a*",
                "/*/a",
                "/a/*/b",
                "/a//b",
                "/a/../b",
                "/a/.",
                "/a;b",
                "/a\\b",
                "/a%20b",
                "/a/**"
            })
    void otherText_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/*", "/a/", "/a/*", "*.js", "/a b", "/.well-known/*"})
    void toString_isTheTextThatWasParsed(String text) {
        assertThat(PathPattern.parse(text)).hasToString(text);
    }
}
