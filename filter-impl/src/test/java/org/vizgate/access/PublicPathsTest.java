package org.vizgate.access;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicPathsTest {
    private final PublicPaths paths = publicPaths("/", "/assets/*", "*.css");

    @Test
    void nothingListed_letsNothing() {
        assertThat(PublicPaths.none().lets("/", "/")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/, /app/", "/assets, /app/assets", "/assets/a/b.js, /app/assets/a/b.js", "/x/y.css, /app/x/y.css"})
    void aListedPath_isLet(String decoded, String raw) {
        assertThat(paths.lets(decoded, raw)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/api, /app/api", "/assets2/a.js, /app/assets2/a.js", "/index.html, /app/index.html"})
    void anyOtherPath_isNotLet(String decoded, String raw) {
        assertThat(paths.lets(decoded, raw)).isFalse();
    }

    @Test
    void theWelcomeFileOfAListedDirectory_isLetWhenTheDirectoryWasAskedFor() {
        assertThat(paths.lets("/index.html", "/app/")).isTrue();
        assertThat(paths.lets("/api/index.html", "/app/api/")).isFalse();
        assertThat(publicPaths("/docs/").lets("/docs/index.html", "/app/docs/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/assets%2Fa.js",
                "/app/assets%2fa.js",
                "/app/assets/%5C..%5Capi",
                "/app/assets/%5c",
                "/app/assets/%2e%2e/api",
                "/app/assets/a%2Ejs",
                "/app/assets;x=1/a.js",
                "/app/assets/a.js;jsessionid=1",
                "/app//assets/a.js",
                "//app/assets/a.js",
                "/app/api/../assets/a.js",
                "/app/./assets/a.js",
                "/app/assets/..",
                "/app/assets/.",
                "/app/assets\\a.js",
                "/app/assets/a.js\u0000"
            })
    void aRawUriThatCanBeReadInTwoWays_isNeverLet(String raw) {
        assertThat(paths.lets("/assets/a.js", raw)).isFalse();
        assertThat(publicPaths("/*").lets("/assets/a.js", raw)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../api",
                "/assets//a",
                "/assets/a;b",
                "/assets/a\\b",
                "/assets/a\nb",
                "/assets/\uFFFD\uFFFD/a"
            })
    void aDecodedPathThatCanBeReadInTwoWays_isNeverLet(String decoded) {
        assertThat(paths.lets(decoded, "/app/assets/a")).isFalse();
    }

    @Test
    void otherEncodings_areLet() {
        assertThat(paths.lets("/assets/a b.js", "/app/assets/a%20b.js")).isTrue();
        assertThat(paths.lets("/assets/...", "/app/assets/...")).isTrue();
        assertThat(paths.lets("/assets/a%", "/app/assets/a%")).isTrue();
    }

    @Test
    void everything_isRecognised() {
        assertThat(publicPaths("/*").isEverything()).isTrue();
        assertThat(paths.isEverything()).isFalse();
    }

    private static PublicPaths publicPaths(String... patterns) {
        return PublicPaths.of(Arrays.stream(patterns).map(PathPattern::parse).toList());
    }
}
