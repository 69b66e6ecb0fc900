package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two applications in one server, at the root and below a path, each with its own settings. */
class SeveralApplicationsTest {
    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(
                TestApp.ordinary("").set("OAUTH_SCOPE_RULES", "/api/* = tableau:content:write"),
                TestApp.ordinary("/x")
                        .set("OAUTH_PUBLIC_PATHS", "/public/*")
                        .set("OAUTH_RESOURCE_URI", "https://gate.example/x,https://gate.example/x/mcp"));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void eachChallenge_namesTheMetadataOfItsApplicationAndResource() {
        assertThat(container.answerTo(Wire.get("/y")).header("WWW-Authenticate"))
                .endsWith("resource_metadata=\"https://gate.example/.well-known/oauth-protected-resource\"");
        assertThat(container.answerTo(Wire.get("/x/y")).header("WWW-Authenticate"))
                .endsWith("resource_metadata=\"https://gate.example/x/.well-known/oauth-protected-resource\"");
        assertThat(container.answerTo(Wire.get("/x/mcp/y")).header("WWW-Authenticate"))
                .endsWith("resource_metadata=\"https://gate.example/x/.well-known/oauth-protected-resource/mcp\"");
        assertThat(container.answerTo(Wire.get("/x/mcp2")).header("WWW-Authenticate"))
                .endsWith("resource_metadata=\"https://gate.example/x/.well-known/oauth-protected-resource\"");
    }

    @Test
    void metadata_areOfTheApplication() {
        assertThat(container
                        .answerTo(Wire.get("/.well-known/oauth-protected-resource"))
                        .body())
                .contains("\"resource\":\"https://gate.example\"");
        assertThat(container
                        .answerTo(Wire.get("/x/.well-known/oauth-protected-resource"))
                        .body())
                .contains("\"resource\":\"https://gate.example/x\"");
        assertThat(container
                        .answerTo(Wire.get("/x/.well-known/oauth-protected-resource/mcp"))
                        .body())
                .contains("\"resource\":\"https://gate.example/x/mcp\"");
        assertThat(container
                        .answerTo(Wire.get("/x/.well-known/oauth-authorization-server"))
                        .body())
                .contains("\"issuer\":\"https://gate.example/x\"")
                .contains("https://gate.example/x/oauth/token");
        assertThat(container
                        .answerTo(Wire.get("/.well-known/oauth-authorization-server"))
                        .body())
                .contains("\"issuer\":\"https://gate.example\"")
                .contains("https://gate.example/oauth/token");
    }

    @Test
    void callbacks_areInEachApplication() {
        assertThat(container.answerTo(Wire.get("/Callback")).status()).isEqualTo(400);
        assertThat(container.answerTo(Wire.get("/x/Callback")).status()).isEqualTo(400);
    }

    @Test
    void tokens_areForOneApplication() {
        String ofRoot = TestTokens.ordinary();
        String ofX = TestTokens.of("https://gate.example/x");
        assertThat(container.answerTo(Wire.get("/y").bearer(ofRoot)).status()).isEqualTo(200);
        assertThat(container.answerTo(Wire.get("/y").bearer(ofX)).status()).isEqualTo(401);
        assertThat(container.answerTo(Wire.get("/x/y").bearer(ofX)).status()).isEqualTo(200);
        assertThat(container.answerTo(Wire.get("/x/y").bearer(ofRoot)).status()).isEqualTo(401);
        assertThat(container.answerTo(Wire.get("/x/mcp").bearer(ofX)).status()).isEqualTo(401);
    }

    @Test
    void settings_areOfOneApplication() {
        assertThat(container.answerTo(Wire.get("/public/y")).status()).isEqualTo(401);
        assertThat(container.answerTo(Wire.get("/x/public/y")).status()).isEqualTo(200);
        Wire.Answer tooLittle = container.answerTo(Wire.get("/api/y").bearer(TestTokens.ordinary()));
        assertThat(tooLittle.status()).isEqualTo(403);
        assertThat(tooLittle.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"tableau:content:write\"");
        assertThat(container.answerTo(Wire.get("/api/y")).header("WWW-Authenticate"))
                .contains("scope=\"tableau:content:write\"");
        assertThat(container
                        .answerTo(Wire.get("/x/api/y").bearer(TestTokens.of("https://gate.example/x")))
                        .status())
                .isEqualTo(200);
    }
}
