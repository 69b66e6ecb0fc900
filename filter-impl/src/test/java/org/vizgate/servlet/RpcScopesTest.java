package org.vizgate.servlet;

import java.util.zip.CRC32;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.BodyListener;
import org.vizgate.testapp.BodyServlet;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Scopes that depend on the JSON-RPC call in a body, and what the application then sees of that body. */
class RpcScopesTest {
    private static final String LIST = "{\"method\":\"tools/list\",\"id\":\"\u00e9\"}";
    private static final String QUERY = "{\"method\":\"tools/call\",\"params\":{\"name\":\"query\"}}";
    private static final String DELETE = "{\"method\":\"tools/call\",\"params\":{\"name\":\"delete\"}}";
    private static final String ANY = "scope=\"tableau:views:download tableau:content:read tableau:content:write\"";
    private static final int BOUND = 64 * 1024;

    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(TestApp.guarded("")
                .set(
                        "OAUTH_SCOPE_RULES",
                        "POST /mcp tools/call:query = tableau:content:read; POST /mcp tools/call = tableau:content:write;"
                                + " POST /mcp = tableau:views:download")
                .brings(BodyListener.class)
                .brings(BodyServlet.class)
                .declares("<servlet><servlet-name>body</servlet-name><servlet-class>" + BodyServlet.class.getName()
                        + "</servlet-class><async-supported>true</async-supported><multipart-config/></servlet>"
                        + "<servlet-mapping><servlet-name>body</servlet-name><url-pattern>/</url-pattern>"
                        + "</servlet-mapping>"));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    private static Wire posted(String how) {
        return Wire.request("POST", "/mcp?" + how)
                .with("Content-Type", "application/json")
                .bearer(TestTokens.ordinary());
    }

    private static Wire.Answer answered(String body) {
        return container.answerTo(posted("stream").body(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, QUERY, "{\"result\":{}}"})
    void aCallWithinTheCallersScopes_passes(String body) {
        assertThat(answered(body).says(report(body, body.getBytes(UTF_8).length)))
                .isTrue();
    }

    /** R6, R7. */
    @Test
    void aCallBeyondThem_isChallengedWithItsScopes() {
        Wire.Answer answer = answered(DELETE);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"", "scope=\"tableau:content:write\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + LIST + "]",
                "{\"method\":\"tools/list\",\"method\":\"tools/call\"}",
                "{\"method\":\"tools/list\",\"Method\":\"tools/call\"}",
                "\uFEFF" + LIST,
                "no JSON",
                ""
            })
    void aBodyThatIsNotOneCall_needsWhatAnyCallNeeds(String body) {
        Wire.Answer answer = answered(body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains(ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-16",
                "application/json; charset=utf-8; charset=utf-16",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void anotherContentType_needsWhatAnyCallNeeds_unread(String type) {
        Wire.Answer answer = container.answerTo(Wire.request("POST", "/mcp?stream")
                .with("Content-Type", type)
                .bearer(TestTokens.ordinary())
                .with("Content-Length", "10"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains(ANY);
    }

    @Test
    void utf16UnderAnyName_needsWhatAnyCallNeeds() {
        assertThat(container
                        .answerTo(posted("stream").body(LIST.getBytes(UTF_16)))
                        .header("WWW-Authenticate"))
                .contains(ANY);
    }

    @Test
    void anEncodedBody_needsWhatAnyCallNeeds() {
        assertThat(container
                        .answerTo(posted("stream")
                                .with("Content-Encoding", "gzip")
                                .body(LIST))
                        .header("WWW-Authenticate"))
                .contains(ANY);
    }

    /** The attack: a header tells of a harmless call, the body is another. */
    @Test
    void aHeaderThatNamesAnotherCall_isNotBelieved() {
        assertThat(container
                        .answerTo(posted("stream")
                                .with("Mcp-Method", "tools/list")
                                .with("Mcp-Name", "query")
                                .body(DELETE))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"0,200", "1,403"})
    void aBodyOfTheBound_isRead_andALongerOneNeedsWhatAnyCallNeeds(int more, int status) {
        String body = padded(BOUND + more);

        assertThat(answered(body).status()).isEqualTo(status);
        assertThat(container.answerTo(posted("stream").chunked(body)).status()).isEqualTo(status);
    }

    @Test
    void deepNesting_needsWhatAnyCallNeeds() {
        assertThat(answered("{\"method\":\"tools/list\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}")
                        .header("WWW-Authenticate"))
                .contains(ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "bytes", "reader", "async"})
    void theApplication_readsTheSameBody(String how) {
        assertThat(container.answerTo(posted(how).body(LIST)).body())
                .contains(report(LIST, LIST.getBytes(UTF_8).length));
        String longest = padded(BOUND);
        assertThat(container.answerTo(posted(how).body(longest)).body()).contains(report(longest, BOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "bytes", "reader", "async"})
    void theApplication_readsTheSameChunks(String how) {
        assertThat(container.answerTo(posted(how).chunked(QUERY)).body()).contains(report(QUERY, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "reader", "async"})
    void aBodyThatComesSlowly_isWaitedForAndReadWhole(String how) {
        assertThat(container.answerTo(posted(how).inPieces().body(QUERY)).body())
                .contains(report(QUERY, QUERY.length()));
    }

    @Test
    void whatTheApplicationDoesNotRead_doesNoHarm() {
        assertThat(container.answerTo(posted("nothing").body(LIST)).says("reached=nothing"))
                .isTrue();
    }

    @Test
    void streamAndReaderOfOneBody_areRefusedAsEver() {
        assertThat(container.answerTo(posted("both").body(LIST)).says("reached=refused"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "reader", "async"})
    void aBodyAtAnotherUrl_isLeftAlone(String how) {
        String body = padded(2 * BOUND);
        Wire other = Wire.request("POST", "/other?" + how)
                .with("Content-Type", "application/json")
                .bearer(TestTokens.ordinary());

        assertThat(container.answerTo(other.body(body)).body()).contains(report(body, body.length()));
    }

    @Test
    void formsAndParts_areLeftAlone() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"p\"\r\n\r\nvalue\r\n--x--\r\n";
        assertThat(container
                        .answerTo(Wire.request("POST", "/other?parts")
                                .with("Content-Type", "multipart/form-data; boundary=x")
                                .bearer(TestTokens.ordinary())
                                .body(part))
                        .body())
                .contains(report("value", part.length()));
        assertThat(container
                        .answerTo(Wire.form("/other?form", "p=value").bearer(TestTokens.ordinary()))
                        .body())
                .contains(report("value", 7));
    }

    /** The attack: strangers keep threads busy with bodies that never come. R8: the challenge names the least. */
    @Test
    void withoutAGoodToken_theBodyIsNotWaitedFor() {
        Wire missing = Wire.request("POST", "/mcp?stream")
                .with("Content-Type", "application/json")
                .with("Content-Length", "10");
        assertThat(container.answerTo(missing).status()).isEqualTo(401);
        assertThat(container.answerTo(missing.bearer(TestTokens.ended())).header("WWW-Authenticate"))
                .contains("invalid_token", "scope=\"tableau:views:download\"");
    }

    private static String padded(int bytes) {
        String start = "{\"method\":\"tools/list\",\"x\":\"";
        return start + "a".repeat(bytes - start.length() - 2) + "\"}";
    }

    private static String report(String body, int contentLength) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(UTF_8));
        return "reached=" + body.getBytes(UTF_8).length + "," + sum.getValue() + "," + contentLength + ",user-luid";
    }
}
