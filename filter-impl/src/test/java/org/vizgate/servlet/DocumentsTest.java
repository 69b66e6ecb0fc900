package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents by which clients find their way, as they meet HTTP. */
class DocumentsTest {
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";
    private static final String KEYS = "/oauth/jwks";

    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(TestApp.ordinary(""));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, OPENID, RESOURCE, KEYS})
    void aDocument_mayBeKeptForFiveMinutes(String path) {
        Wire.Answer answer = container.answerTo(Wire.get(path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("ETag")).startsWith("\"");
        assertThat(answer.body()).startsWith("{").hasSize(Integer.parseInt(answer.header("Content-Length")));
    }

    /** RFC 9110 section 15.4.5: with the headers that a cache needs, and without the document. */
    @ParameterizedTest
    @ValueSource(strings = {OAUTH, OPENID, RESOURCE, KEYS})
    void whoeverHasIt_isNotSentItAgain(String path) {
        String tag = container.answerTo(Wire.get(path)).header("ETag");

        Wire.Answer answer = container.answerTo(Wire.get(path).with("If-None-Match", "\"old\", W/" + tag));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whoeverHasAnother_isSentThisOne() {
        assertThat(container
                        .answerTo(Wire.get(OAUTH).with("If-None-Match", "\"old\""))
                        .status())
                .isEqualTo(200);
    }

    /** RFC 9110 section 9.3.2. */
    @Test
    void head_tellsOfTheDocumentWithoutIt() {
        Wire.Answer whole = container.answerTo(Wire.get(OAUTH));

        Wire.Answer answer = container.answerTo(Wire.request("HEAD", OAUTH));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(answer.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whereThereIsNone_nothingMayBeKept() {
        Wire.Answer answer = container.answerTo(Wire.get(RESOURCE + "/other"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers("ETag")).isEmpty();
    }

    @Test
    void anotherMethod_isToldWhichThereIs() {
        Wire.Answer answer = container.answerTo(Wire.request("DELETE", OAUTH));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }
}
