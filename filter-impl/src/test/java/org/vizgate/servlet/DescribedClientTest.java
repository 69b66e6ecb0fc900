package org.vizgate.servlet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that are named by the address of their document, at the endpoints. No test reaches a host. */
@Timeout(60)
class DescribedClientTest {
    private static final String ID = "https://client.invalid/client.json";
    private static final String GRANT = "&grant_type=authorization_code&code=x&code_verifier=" + "v".repeat(43);

    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(
                TestApp.guarded(""),
                TestApp.guarded("/off").set("OAUTH_CLIENT_METADATA", "off"),
                TestApp.guarded("/some").set("OAUTH_CLIENT_METADATA", "other.invalid"),
                TestApp.guarded("/blocked").set("OAUTH_BLOCKED_CLIENTS", ID));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void metadata_sayWhetherDocumentsAreRead() {
        for (String path : new String[] {"", "/some"}) {
            assertThat(metadata(path)).contains("\"client_id_metadata_document_supported\":true");
        }
        assertThat(metadata("/off")).contains("\"client_id_metadata_document_supported\":false");
    }

    @Test
    void theTokenEndpoint_knowsTheClientWithoutItsDocument() {
        Wire.Answer answer = container.answerTo(Wire.form("/oauth/token", "client_id=" + ID + GRANT));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @Test
    void revocation_knowsTheClientWithoutItsDocument() {
        assertThat(container
                        .answerTo(Wire.form("/oauth/revoke", "client_id=" + ID + "&token=x"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/off", "/some", "/blocked"})
    void aClientThatIsNotWanted_isUnknownEverywhere(String path) {
        assertThat(container
                        .answerTo(Wire.form(path + "/oauth/token", "client_id=" + ID + GRANT))
                        .body())
                .contains("invalid_client");
        Wire.Answer page = container.answerTo(Wire.get(path + "/oauth/authorize?client_id=" + ID));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("This application is not known here");
    }

    @Test
    void aSecret_isRefused() {
        String pair = Base64.getEncoder()
                .encodeToString("https%3A%2F%2Fclient.invalid%2Fclient.json:x".getBytes(StandardCharsets.UTF_8));

        assertThat(container
                        .answerTo(Wire.form("/oauth/token", GRANT.substring(1)).with("Authorization", "Basic " + pair))
                        .status())
                .isEqualTo(401);
        assertThat(container
                        .answerTo(Wire.form("/oauth/token", "client_secret=x&client_id=" + ID + GRANT))
                        .body())
                .contains("invalid_client");
    }

    @Test
    void aDocumentThatCannotBeRead_isExplained() {
        Wire.Answer page = container.answerTo(Wire.get("/oauth/authorize?client_id=" + ID));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("described at client.invalid");
    }

    @Test
    void hostsOfThisComputer_areUnknownClients() {
        Stream.of("https://127.0.0.1/a", "https://localhost/a", "https://[::1]/a", "https://gate.example:8443/a")
                .forEach(id -> assertThat(container
                                .answerTo(Wire.get(
                                        "/oauth/authorize?client_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)))
                                .body())
                        .contains("This application is not known here"));
    }

    private static String metadata(String path) {
        return container
                .answerTo(Wire.get(path + "/.well-known/oauth-authorization-server"))
                .body();
    }
}
