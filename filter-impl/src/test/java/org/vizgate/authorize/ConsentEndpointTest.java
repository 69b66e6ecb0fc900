package org.vizgate.authorize;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.crypto.Pkce;
import org.vizgate.grant.TestGrants;
import org.vizgate.jose.TestKeys;
import org.vizgate.page.PageException;
import org.vizgate.tableau.SiteLock;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConsentEndpointTest {
    private final TestSignIns signIns = new TestSignIns();

    @AfterEach
    void close() {
        signIns.close();
    }

    @Test
    void allow_sendsTheBrowserToTableau() {
        Reply reply = signIns.decide(form(), "allow");
        Parameters atTableau = TestCall.redirected(reply);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(TestCall.header(reply, "Location")).startsWith(signIns.tableau.address() + "/oauth2/v1/auth?");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(atTableau.required("redirect_uri")).isEqualTo(TestKeys.ISSUER + "/Callback");
        assertThat(atTableau.required("code_challenge_method")).isEqualTo("S256");
    }

    /** What the client sent to us must not be what we send to Tableau: state and challenge are our own. */
    @Test
    void stateAndChallengeAtTableau_areOurOwnAndFresh() {
        Parameters one = signIns.allowed(TestSignIns.request());
        Parameters other = signIns.allowed(TestSignIns.request());

        assertThat(one.required("code_challenge")).isNotEqualTo(Pkce.challengeOf(TestGrants.VERIFIER));
        assertThat(one.required("state")).hasSize(22).isNotEqualTo(other.required("state"));
        assertThat(one.required("client_id")).isNotEqualTo(other.required("client_id"));
        assertThat(one.required("code_challenge")).isNotEqualTo(other.required("code_challenge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deny", "", "ALLOW", "yes"})
    void anyOtherDecision_isAccessDenied(String decision) {
        Parameters answer = TestCall.redirected(signIns.decide(form(), decision));

        assertThat(answer.one("error")).contains("access_denied");
        assertThat(answer.one("state")).contains("client's state&=\u00e4");
        assertThat(answer.one("iss")).contains(TestKeys.ISSUER);
        assertThat(signIns.pendingCookies()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://gate.example",
                "https://gate.example:8443",
                "https://GATE.example"
            })
    void aForeignOrigin_isRefused(String origin) {
        assertExpired(ordinary(form()).header("Origin", origin));
    }

    @Test
    void ourOwnOrigin_isAccepted() {
        assertThat(signIns.consent(ordinary(form()).header("Origin", TestKeys.ISSUER))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void anotherBrowsersCookie_isRefused() {
        String form = form();
        signIns.browser.replaceAll((name, value) -> "AAAAAAAAAAAAAAAAAAAAAA");

        assertExpired(ordinary(form));
    }

    @Test
    void noCookie_isRefused() {
        String form = form();
        signIns.browser.clear();

        assertExpired(ordinary(form));
    }

    @Test
    void aTamperedForm_isRefused() {
        String form = form();
        char other = form.charAt(80) == 'A' ? 'B' : 'A';

        assertExpired(ordinary(form.substring(0, 80) + other + form.substring(81)));
        assertExpired(ordinary(""));
        assertExpired(ordinary("x"));
    }

    @Test
    void anExpiredForm_isRefused() {
        String form = form();
        signIns.clock.advance(TestSignIns.PENDING.minusSeconds(1));
        assertThat(signIns.decide(form, "allow").status()).isEqualTo(303);

        signIns.clock.advance(Duration.ofSeconds(1));
        assertExpired(ordinary(form));
    }

    /** A pending sign-in is sealed with the same key and must not pass for a form. */
    @Test
    void aPendingCookieAsForm_isRefused() {
        String form = form();
        signIns.decide(form, "allow");
        String pending = signIns.browser.entrySet().stream()
                .filter(cookie -> cookie.getKey().contains("flow-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();

        assertExpired(ordinary(pending));
    }

    @Test
    void onHttps_cookiesAreForThisHostOnly() {
        Reply page = signIns.authorize(TestSignIns.request());
        Reply toTableau = signIns.decide(TestSignIns.form(page), "allow");

        assertThat(TestCall.header(page, "Set-Cookie"))
                .matches(
                        "__Host-vizgate-[A-Za-z0-9_-]{6}-browser=[A-Za-z0-9_-]{22}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure");
        assertThat(TestCall.header(toTableau, "Set-Cookie"))
                .matches(
                        "__Host-vizgate-[A-Za-z0-9_-]{6}-flow-[A-Za-z0-9_-]{22}=[A-Za-z0-9_-]+; Path=/; Max-Age=600; HttpOnly; SameSite=Lax;"
                                + " Secure");
    }

    @Test
    void onHttp_cookiesAreMarkedWithTheIssuerToo() {
        try (TestSignIns plain =
                new TestSignIns(ConsentPolicy.ALWAYS, new SiteLock("", false), "http://localhost:8080/app")) {
            assertThat(TestCall.header(plain.authorize(TestSignIns.request()), "Set-Cookie"))
                    .matches(
                            "vizgate-[A-Za-z0-9_-]{6}-browser=[A-Za-z0-9_-]{22}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax");
        }
    }

    @Test
    void fiveSignInsAtOnce_leaveThreeCookies() {
        for (int i = 0; i < 5; i++) {
            signIns.allowed(TestSignIns.request());
            signIns.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(signIns.pendingCookies()).isEqualTo(3);
    }

    @Test
    void theOldestOfFourSignIns_goes() {
        String first = signIns.allowed(TestSignIns.request()).required("state");
        for (int i = 0; i < 3; i++) {
            signIns.clock.advance(Duration.ofSeconds(1));
            signIns.allowed(TestSignIns.request());
        }

        assertThat(signIns.browser.keySet()).noneMatch(name -> name.endsWith(first));
    }

    @Test
    void aRequestThatIsTooLongForACookie_isInvalidRequest() {
        String query = TestSignIns.request("state", "\u20ac".repeat(1_000));

        assertThat(TestCall.redirected(signIns.decide(TestSignIns.form(signIns.authorize(query)), "allow"))
                        .one("error"))
                .contains("invalid_request");
        assertThat(signIns.pendingCookies()).isZero();
    }

    @Test
    void cookies_holdNothingInClear() {
        signIns.allowed(TestSignIns.request());

        assertThat(List.copyOf(signIns.browser.values()).toString()).doesNotContain("client", "state", "Client One");
    }

    private void assertExpired(TestCall call) {
        PageException refusal = catchThrowableOfType(PageException.class, () -> signIns.consent(call));
        assertThat(refusal.reply(call.call()).status()).isEqualTo(400);
        assertThat(signIns.pendingCookies()).isLessThanOrEqualTo(1);
    }

    private String form() {
        return TestSignIns.form(signIns.authorize(TestSignIns.request()));
    }

    private static TestCall ordinary(String form) {
        return TestCall.form("/oauth/consent", "request", form, "decision", "allow");
    }
}
