package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.ParameterReader;

import static org.assertj.core.api.Assertions.assertThat;

/** How the endpoints meet HTTP. */
class EndpointExchangeTest {
    private static final Class<?> GATE = TableauAuthFilter.class;
    private static final String FORM = "application/x-www-form-urlencoded";

    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(
                TestApp.ordinary(""),
                TestApp.ordinary("/read")
                        .filter(ParameterReader.class, "", TestApp.mapped(ParameterReader.class, "/*"))
                        .filter(GATE, "", TestApp.mapped(GATE, "/*")));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    private static Wire.Answer posted(String target, String form) {
        return container.answerTo(Wire.form(target, form));
    }

    @Test
    void aFormThatAnEarlierFilterHasRead_isReadAllTheSame() {
        String form = "grant_type=refresh_token&refresh_token=%C3%BC%26a%3Db&client_id=unknown+client";
        Wire.Answer fresh = posted("/oauth/token", form);
        Wire.Answer readBefore = posted("/read/oauth/token", form);
        assertThat(fresh.body()).contains("invalid_client");
        assertThat(readBefore.status()).isEqualTo(fresh.status());
        assertThat(readBefore.body()).isEqualTo(fresh.body());
    }

    @Test
    void aQueryIsNoForm_evenWhenAnEarlierFilterHasReadBoth() {
        for (String context : new String[] {"", "/read"}) {
            Wire.Answer answer = posted(context + "/oauth/token?client_id=in-query", "grant_type=refresh_token");
            assertThat(answer.status()).isBetween(400, 401);
            assertThat(answer.body()).doesNotContain("in-query");
            Wire.Answer inQuery = posted(context + "/oauth/token?grant_type=nonsense", "client_id=x");
            assertThat(inQuery.body()).doesNotContain("unsupported_grant_type");
        }
    }

    @Test
    void aBodyThatIsTooLarge_isABadRequest() {
        Wire.Answer answer = posted("/oauth/token", "grant_type=" + "x".repeat(70_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request", "too long");
    }

    @Test
    void aQueryThatIsTooLong_isABadRequest() {
        String query = "?state=" + "x".repeat(17_000);
        assertThat(posted("/oauth/token" + query, "grant_type=x").body()).contains("invalid_request", "too long");
        Wire.Answer page = container.answerTo(Wire.get("/oauth/authorize" + query));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=%zz", "grant_type=%", "%e=x"})
    void badPercentEncoding_isABadRequest(String encoded) {
        Wire.Answer form = posted("/oauth/token", encoded);
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.body()).contains("invalid_request", "percent-encoded");
        Wire.Answer page = container.answerTo(Wire.get("/oauth/authorize?" + encoded));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", ""})
    void aBodyOfAnotherType_isABadRequest(String type) {
        for (String context : new String[] {"", "/read"}) {
            Wire.Answer answer = container.answerTo(Wire.request("POST", context + "/oauth/token")
                    .with("Content-Type", type)
                    .body("grant_type=refresh_token"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("invalid_request", FORM);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /oauth/token, POST",
        "HEAD, /oauth/token, POST",
        "PUT, /oauth/token, POST",
        "BREW, /oauth/token, POST",
        "GET, /oauth/register, POST",
        "DELETE, /oauth/register, POST",
        "GET, /oauth/revoke, POST",
        "GET, /oauth/consent, POST",
        "POST, /Callback, GET",
        "OPTIONS, /Callback, GET",
        "DELETE, /oauth/authorize, 'GET, POST'",
        "POST, /.well-known/oauth-protected-resource, GET",
        "PUT, /.well-known/oauth-authorization-server, GET",
    })
    void aMethodThatAnEndpointDoesNotHave_isAnsweredWithThoseItHas(String method, String path, String allowed) {
        Wire.Answer answer = container.answerTo(Wire.request(method, path));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void headOfADocument_hasItsLengthAndNoBody() {
        String path = "/.well-known/oauth-protected-resource";
        Wire.Answer got = container.answerTo(Wire.get(path));
        Wire.Answer asked = container.answerTo(Wire.request("HEAD", path));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).isEmpty();
        assertThat(asked.header("Content-Length"))
                .isEqualTo(String.valueOf(got.body().length()));
    }

    @Test
    void health_saysThatItIsUpAndNothingElse() {
        Wire.Answer answer = container.answerTo(Wire.get("/oauth/health"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(container.answerTo(Wire.request("HEAD", "/oauth/health")).status())
                .isEqualTo(200);
    }

    @Test
    void aTokenAnswer_isNeverStored() {
        assertThat(posted("/oauth/token", "grant_type=nonsense").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void refusedBasicCredentials_areChallenged() {
        Wire request = Wire.form("/oauth/token", "grant_type=refresh_token&refresh_token=x")
                .with("Authorization", "Basic dXNlcjpwYXNz");
        Wire.Answer answer = container.answerTo(request);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }
}
