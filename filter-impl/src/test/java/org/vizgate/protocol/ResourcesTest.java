package org.vizgate.protocol;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResourcesTest {
    private static final URI ISSUER = URI.create("https://gate.example/app");

    private final Resources resources = resources("https://gate.example/app", "https://gate.example/app/mcp");

    @ParameterizedTest
    @CsvSource({
        "/, https://gate.example/app",
        "/mcp, https://gate.example/app/mcp",
        "/mcp/, https://gate.example/app/mcp",
        "/mcp/tools, https://gate.example/app/mcp",
        "/mcp2, https://gate.example/app",
        "/mcp.html, https://gate.example/app",
        "/MCP, https://gate.example/app",
        "/other/mcp, https://gate.example/app"
    })
    void aPath_belongsToTheLongestResourceByWholeSegments(String path, URI identifier) {
        assertThat(resources.of(path).identifier()).isEqualTo(identifier);
    }

    @Test
    void aPathOfNoResource_belongsToThePrimaryOne() {
        Resources two = resources("https://gate.example/app/mcp", "https://gate.example/app/api");

        assertThat(two.of("/elsewhere").identifier()).hasToString("https://gate.example/app/mcp");
    }

    @Test
    void anIdentifierElsewhere_coversTheWholeApplication() {
        Resources elsewhere = resources("https://api.example/v1");

        assertThat(elsewhere.of("/x").path()).isEmpty();
    }

    @Test
    void aRequestedIdentifier_isComparedLetterByLetter() {
        assertThat(resources.requested("https://gate.example/app/mcp")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/",
                "https://gate.example/app/mcp/",
                "https://gate.example/app/",
                "HTTPS://gate.example/app",
                "https://gate.example/app?x",
                "https://gate.example/app#x",
                "https://gate.example:443/app",
                "https://gate.example",
                "https://evil.example/app"
            })
    void anyOtherIdentifier_isUnknown(String identifier) {
        assertThat(resources.requested(identifier)).isEmpty();
    }

    @Test
    void aBareHost_isTheSameWithItsSlash() {
        Resources bare = Resources.of(URI.create("https://h.example"), List.of(URI.create("https://h.example")));

        assertThat(bare.requested("https://h.example/")).contains(bare.primary());
        assertThat(bare.requested("https://h.example//")).isEmpty();
    }

    private static Resources resources(String... identifiers) {
        return Resources.of(
                ISSUER, List.of(identifiers).stream().map(URI::create).toList());
    }
}
