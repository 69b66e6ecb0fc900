package org.vizgate.authorize;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.TestKeys;
import org.vizgate.page.PageException;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AuthorizeEndpointTest {
    private final TestSignIns signIns = new TestSignIns();

    @AfterEach
    void close() {
        signIns.close();
    }

    @Test
    void anOrdinaryRequest_asksForConsent() {
        Reply reply = signIns.authorize(TestSignIns.request());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("Client One", "client.example", "tableau:content:read");
        assertThat(signIns.pendingCookies()).isZero();
    }

    @Test
    void aRequestByPost_isReadFromTheBody() {
        Reply reply = signIns.authorize(TestCall.form("/oauth/authorize").body(TestSignIns.request()));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void thePage_isNeverStoredFramedOrReferred() {
        Reply reply = signIns.authorize(TestSignIns.request());

        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(TestCall.header(reply, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(TestCall.header(reply, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(TestCall.header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(TestCall.header(reply, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("form-action", "unsafe");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, '', 400",
        "client_id, nobody, 400",
        "redirect_uri, https://evil.example/cb, 400",
        "redirect_uri, https://client.example/cb/, 400",
        "redirect_uri, javascript:alert(1), 400"
    })
    void beforeThereIsTrust_anErrorIsAPage(String name, String value, int status) {
        Reply page = pageOf(TestSignIns.request(name, value));

        assertThat(page.status()).isEqualTo(status);
        assertThat(TestCall.headers(page, "Location")).isEmpty();
        assertThat(page.body()).doesNotContain("evil.example", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&client_id=client-1", "&redirect_uri=https://client.example/cb"})
    void aRepeatedClientOrRedirect_isAPage(String more) {
        assertThat(pageOf(TestSignIns.request() + more).status()).isEqualTo(400);
    }

    @Test
    void aClientWithSeveralRedirects_mustNameOne() {
        assertThat(pageOf(TestSignIns.request("client_id", TestSignIns.MANY, "redirect_uri", ""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aClientWithOneRedirect_mayLeaveItOut() {
        assertThat(signIns.authorize(TestSignIns.request("redirect_uri", "")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code token, unsupported_response_type",
        "response_type, '', invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge_method, s256, invalid_request",
        "resource, https://evil.example, invalid_target",
        "resource, https://gate.example/mcp/, invalid_target",
        "scope, admin, invalid_scope",
        "scope, tableau:content:*, invalid_scope",
        "request, x, request_not_supported",
        "request_uri, https://client.example/r, request_uri_not_supported"
    })
    void afterThereIsTrust_anErrorIsARedirect(String name, String value, String error) {
        Reply reply = signIns.authorize(TestSignIns.request(name, value));
        Parameters answer = TestCall.redirected(reply);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(TestCall.header(reply, "Location")).startsWith("https://client.example/cb?");
        assertThat(TestCall.header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.one("error")).contains(error);
        assertThat(answer.one("error_description")).isPresent();
        assertThat(answer.one("state")).contains("client's state&=\u00e4");
        assertThat(answer.one("iss")).contains(TestKeys.ISSUER);
        assertThat(answer.has("code")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response_type=code", "code_challenge=x", "code_challenge_method=S256", "scope=a"})
    void aRepeatedParameter_isInvalidRequest(String more) {
        String query = TestSignIns.request("scope", "tableau:content:read") + "&" + more;

        assertThat(TestCall.redirected(signIns.authorize(query)).one("error")).contains("invalid_request");
    }

    @Test
    void aRepeatedState_isNotSentBack() {
        Parameters answer = TestCall.redirected(signIns.authorize(TestSignIns.request() + "&state=y"));

        assertThat(answer.one("error")).contains("invalid_request");
        assertThat(answer.one("state")).isEqualTo(Optional.empty());
    }

    @Test
    void aStateOf1000Characters_isTheLongest() {
        assertThat(signIns.authorize(TestSignIns.request("state", "s".repeat(1_000)))
                        .status())
                .isEqualTo(200);
        assertThat(TestCall.redirected(signIns.authorize(TestSignIns.request("state", "s".repeat(1_001))))
                        .one("error"))
                .contains("invalid_request");
    }

    @Test
    void severalResourcesAndOfflineAccess_areAccepted() {
        String query = TestSignIns.request("scope", "tableau:content:read offline_access")
                + "&resource=https://gate.example/mcp&resource=https://gate.example/";

        assertThat(signIns.authorize(query).body())
                .contains("tableau:content:read")
                .doesNotContain("offline_access", "tableau:views");
    }

    @Test
    void unknownParameters_areIgnored() {
        assertThat(signIns.authorize(TestSignIns.request("prompt", "consent", "nonce", "x"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anErrorAtARedirectWithAQuery_keepsTheQuery() {
        Reply reply = signIns.authorize(TestSignIns.request(
                "client_id", TestSignIns.MANY, "redirect_uri", TestSignIns.QUERIED, "response_type", "token"));

        assertThat(TestCall.header(reply, "Location")).startsWith(TestSignIns.QUERIED + "&error=");
    }

    @Test
    void aLoopbackRedirect_isShownWithAWarning() {
        assertThat(signIns.authorize(TestSignIns.request(
                                "client_id", TestSignIns.MANY, "redirect_uri", TestSignIns.LOOPBACK))
                        .body())
                .contains("127.0.0.1:51004", "class=\"warning\"", "an application without a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://client.example/cb?%22%3E%3Cb%3E", "http://127.0.0.1:1/'a&b'"})
    void htmlInNameOrRedirect_isText(String redirect) {
        String page = signIns.authorize(TestSignIns.request("client_id", "hostile", "redirect_uri", redirect))
                .body();

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x {0}")
                .doesNotContain("<script", "\" onload", "\"><b>", "'a&b'");
    }

    private Reply pageOf(String query) {
        return catchThrowableOfType(PageException.class, () -> signIns.authorize(query))
                .reply(TestCall.get("/oauth/authorize").call());
    }
}
