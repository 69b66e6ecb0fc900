package org.vizgate.authorize;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.client.TestClients;
import org.vizgate.crypto.Pkce;
import org.vizgate.grant.AuthorizationCode;
import org.vizgate.grant.AuthorizationCodes.Unspent;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.LogCapture;
import org.vizgate.page.PageException;
import org.vizgate.session.Secret;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.tableau.SiteLock;
import org.vizgate.testing.Parallel;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallbackEndpointTest {
    private TestSignIns signIns = new TestSignIns();

    @AfterEach
    void close() {
        signIns.close();
    }

    @Test
    void anHonestSignIn_answersTheClientWithACode() {
        Reply reply = signIns.signedIn(TestSignIns.request("resource", "https://gate.example/mcp"));
        Parameters answer = TestCall.redirected(reply);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(TestCall.header(reply, "Location")).startsWith(TestClients.REDIRECT + "?code=");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(TestCall.header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.required("state")).isEqualTo("client's state&=\u00e4");
        assertThat(answer.required("iss")).isEqualTo(TestKeys.ISSUER);
        assertThat(signIns.pendingCookies()).isZero();
    }

    @Test
    void theCode_standsForWhatTheUserAllowed() {
        AuthorizationCode code = code(signIns.signedIn(
                TestSignIns.request("resource", "https://gate.example/mcp", "scope", "tableau:views:*")));

        assertThat(code.redirectUri()).isEqualTo(TestClients.REDIRECT);
        assertThat(code.approval().client()).isEqualTo(TestClients.PUBLIC);
        assertThat(code.approval().resources()).containsExactly("https://gate.example/mcp");
        assertThat(code.approval().scopes()).hasToString("tableau:views:*");
        assertThat(code.approval().tableau().user().id()).isEqualTo("user-luid");
        assertThat(code.approval().tableau().accessToken()).isEqualTo(Secret.of("SECRET-session-1"));
    }

    @Test
    void withoutState_noneIsSentBack() {
        assertThat(TestCall.redirected(signIns.signedIn(TestSignIns.request("state", "")))
                        .has("state"))
                .isFalse();
    }

    @Test
    void theExchange_provesOurOwnVerifier() {
        Parameters atTableau = signIns.allowed(TestSignIns.request());
        signIns.callback("state", atTableau.required("state"), "code", "tableau-code");
        Parameters form = signIns.tableau.lastForm();

        assertThat(form.required("code")).isEqualTo("tableau-code");
        assertThat(form.required("client_id")).isEqualTo(atTableau.required("client_id"));
        assertThat(Pkce.proves(form.required("code_verifier"), atTableau.required("code_challenge")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"https://client.example/cb, 10", "http://127.0.0.1:51004/cb, 10", "cursor://cb, 60"})
    void aCode_livesAsLongAsItsRedirectNeeds(String redirect, int seconds) {
        String code = TestCall.redirected(
                        signIns.signedIn(TestSignIns.request("client_id", TestSignIns.MANY, "redirect_uri", redirect)))
                .required("code");

        signIns.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(signIns.codes.find(code)).isPresent();
        signIns.clock.advance(Duration.ofMillis(1));
        assertThat(signIns.codes.find(code)).isEmpty();
    }

    @Test
    void withoutTheCookie_theSignInIsLostAndTableauIsNotAsked() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        signIns.browser.clear();

        assertLost("state", state, "code", "tableau-code");
    }

    @Test
    void aForeignState_isLostWhateverTheCookie() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        String name = signIns.browser.keySet().stream()
                .filter(cookie -> cookie.endsWith("-flow-" + state))
                .findFirst()
                .orElseThrow();
        signIns.browser.put(name.replace(state, "foreign"), String.valueOf(signIns.browser.get(name)));

        assertLost("state", "foreign", "code", "tableau-code");
        assertLost("state", "nothing", "code", "tableau-code");
        assertLost("code", "tableau-code");
    }

    @Test
    void aTamperedCookie_isLost() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        signIns.browser.replaceAll((name, value) -> value.substring(0, value.length() - 4) + "AAAA");

        assertLost("state", state, "code", "tableau-code");
    }

    @Test
    void atItsEnd_aPendingSignInIsLost() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        signIns.clock.advance(TestSignIns.PENDING);

        assertLost("state", state, "code", "tableau-code");
    }

    @Test
    void aSecondUse_isLost() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        Map<String, String> cookies = Map.copyOf(signIns.browser);
        signIns.callback("state", state, "code", "tableau-code");
        signIns.browser.putAll(cookies);

        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> signIns.callback("state", state, "code", "tableau-code"));
        assertThat(signIns.tableau.askedForTokens()).isEqualTo(1);
    }

    @Test
    void fiftyCallbacksAtOnce_areOneSuccess() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        Map<String, String> cookies = Map.copyOf(signIns.browser);

        List<Boolean> won = Parallel.run(() -> {
            try {
                return signIns.callbackOnly(cookies, "state", state, "code", "c")
                                .status()
                        == 303;
            } catch (PageException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(signIns.tableau.askedForTokens()).isEqualTo(1);
    }

    @Test
    void aStoreThatIsDown_goesThroughBeforeTableauIsAsked() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        signIns.store.breakDown();

        assertThatExceptionOfType(GrantStoreException.class)
                .isThrownBy(() -> signIns.callback("state", state, "code", "tableau-code"));
        assertThat(signIns.tableau.askedForTokens()).isZero();
    }

    @Test
    void anErrorOfTableau_isAccessDenied() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        Parameters answer = TestCall.redirected(signIns.callback("state", state, "error", "access_denied"));

        assertThat(answer.one("error")).contains("access_denied");
        assertThat(answer.one("state")).contains("client's state&=\u00e4");
        assertThat(answer.one("iss")).contains(TestKeys.ISSUER);
        assertThat(signIns.pendingCookies()).isZero();
    }

    @Test
    void anErrorWithAForeignState_isNotOurs() {
        signIns.allowed(TestSignIns.request());

        assertLost("state", "foreign", "error", "access_denied");
        assertThat(signIns.pendingCookies()).isEqualTo(1);
    }

    @Test
    void anotherSiteOpenAtTableau_isExplainedWithAWayBack() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        Reply page = signIns.callback("state", state, "error", "invalid_request");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("Tableau has another site open", TestClients.REDIRECT + "?error=access_denied");
    }

    @Test
    void aHostileErrorName_isNotLogged() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        try (LogCapture log = LogCapture.ofEverything()) {
            signIns.callback("state", state, "error", "evil\r\nforged line");
            assertThat(log.text()).doesNotContain("forged");
        }
    }

    @Test
    void neitherCodeNorError_isServerError() {
        String state = signIns.allowed(TestSignIns.request()).required("state");

        assertThat(TestCall.redirected(signIns.callback("state", state)).one("error"))
                .contains("server_error");
    }

    @ParameterizedTest
    @CsvSource({
        "400, access_denied",
        "401, access_denied",
        "503, temporarily_unavailable",
        "429, temporarily_unavailable",
        "404, server_error"
    })
    void aTableauThatGivesNoTokens_isTold(int status, String error) {
        signIns.tableau.answersTokensWith(status);

        assertThat(TestCall.redirected(signIns.signedIn(TestSignIns.request())).one("error"))
                .contains(error);
    }

    @Test
    void aTableauThatIsGone_isTemporarilyUnavailable() {
        String state = signIns.allowed(TestSignIns.request()).required("state");
        signIns.tableau.goAway();

        assertThat(TestCall.redirected(signIns.callback("state", state, "code", "c"))
                        .one("error"))
                .contains("temporarily_unavailable");
    }

    @ParameterizedTest
    @CsvSource({"401, access_denied", "503, temporarily_unavailable"})
    void aTableauThatDoesNotNameTheUser_isTold(int status, String error) {
        signIns.tableau.answersSessionsWith(status);

        assertThat(TestCall.redirected(signIns.signedIn(TestSignIns.request())).one("error"))
                .contains(error);
    }

    @Test
    void anotherSiteThanTheLocked_isAPageWithAWayBack() {
        restart(ConsentPolicy.ALWAYS, new SiteLock("sales", true));
        Reply page = signIns.signedIn(TestSignIns.request());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("marketing", "sales", TestClients.REDIRECT + "?error=access_denied")
                .contains("state=client%27s%20state%26%3D%C3%A4", "iss=https%3A%2F%2Fgate.example");
        assertThat(signIns.tableau.askedForSignOuts()).isEqualTo(1);
    }

    @Test
    void aBlockedUser_isAPageWithAWayBack_andLeavesNoSession() {
        signIns.tableau.signsIn("Blocked-User", "marketing");
        Reply page = signIns.signedIn(TestSignIns.request());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("has blocked your Tableau user", TestClients.REDIRECT + "?error=access_denied");
        assertThat(signIns.tableau.askedForSignOuts()).isEqualTo(1);
    }

    @Test
    void theLockedSite_isAdmitted() {
        restart(ConsentPolicy.ALWAYS, new SiteLock("marketing", true));

        assertThat(TestCall.redirected(signIns.signedIn(TestSignIns.request())).has("code"))
                .isTrue();
    }

    @Test
    void aRememberedConsent_skipsThePage() {
        restart(ConsentPolicy.REMEMBER, new SiteLock("", false));
        signIns.signedIn(TestSignIns.request());

        Reply second = signIns.authorize(TestSignIns.request("state", "another"));

        assertThat(second.status()).isEqualTo(303);
        assertThat(TestCall.header(second, "Location")).contains("/oauth2/v1/auth?");
        assertThat(TestCall.redirected(signIns.callback(
                                "state", TestCall.redirected(second).required("state"), "code", "c"))
                        .has("code"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"consent, 200", "login consent, 200", "login, 303", "none, 303", "select_account, 303"})
    void aRememberedConsent_isAskedForAgainWhereTheClientWantsThat(String prompt, int status) {
        restart(ConsentPolicy.REMEMBER, new SiteLock("", false));
        signIns.signedIn(TestSignIns.request());

        assertThat(signIns.authorize(TestSignIns.request("prompt", prompt)).status())
                .isEqualTo(status);
    }

    @Test
    void aRememberedConsent_isForgottenAfterThirtyDays() {
        restart(ConsentPolicy.REMEMBER, new SiteLock("", false));
        signIns.signedIn(TestSignIns.request());
        signIns.clock.advance(Duration.ofDays(30));

        assertThat(signIns.authorize(TestSignIns.request()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"scope, tableau:content:read", "resource, https://gate.example/mcp", "client_id, many"})
    void aConsentToSomethingElse_isAskedFor(String name, String value) {
        restart(ConsentPolicy.REMEMBER, new SiteLock("", false));
        signIns.signedIn(TestSignIns.request());

        assertThat(signIns.authorize(TestSignIns.request(name, value)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:51004/cb", "cursor://cb", "https://localhost/cb"})
    void aConsentForAProgramOnThisComputer_isNeverRemembered(String redirect) {
        restart(ConsentPolicy.REMEMBER, new SiteLock("", false));
        String query = TestSignIns.request("client_id", TestSignIns.MANY, "redirect_uri", redirect);
        signIns.signedIn(query);

        assertThat(signIns.authorize(query).status()).isEqualTo(200);
    }

    @Test
    void aConsentThatIsAlwaysAsked_isNotRemembered() {
        signIns.signedIn(TestSignIns.request());

        assertThat(signIns.authorize(TestSignIns.request()).status()).isEqualTo(200);
        assertThat(signIns.browser.keySet()).noneMatch(name -> name.contains("consents"));
    }

    @Test
    void anotherUserThanTheOneWhoConsented_isAskedAgain() {
        restart(ConsentPolicy.REMEMBER, new SiteLock("", false));
        signIns.signedIn(TestSignIns.request());
        signIns.tableau.signsIn("other-luid", "marketing");
        String state =
                TestCall.redirected(signIns.authorize(TestSignIns.request())).required("state");

        Reply page = signIns.callback("state", state, "code", "c");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("You signed in as name of other-luid");
        assertThat(signIns.tableau.askedForSignOuts()).isEqualTo(1);
    }

    @Test
    void aConfiguredClient_needsNoPageWhenConsentIsNever() {
        restart(ConsentPolicy.NEVER, new SiteLock("", false));

        assertThat(signIns.authorize(TestSignIns.request()).status()).isEqualTo(303);
    }

    @Test
    void aSignIn_leavesNoSecretInTheLog() {
        try (LogCapture log = LogCapture.ofEverything()) {
            String code =
                    TestCall.redirected(signIns.signedIn(TestSignIns.request())).required("code");

            assertThat(log.text()).doesNotContain("SECRET", "tableau-code", code);
        }
    }

    private void restart(ConsentPolicy policy, SiteLock site) {
        signIns.close();
        signIns = new TestSignIns(policy, site, TestKeys.ISSUER);
    }

    private AuthorizationCode code(Reply reply) {
        String code = TestCall.redirected(reply).required("code");
        return ((Unspent) signIns.codes.find(code).orElseThrow()).code();
    }

    private void assertLost(String... query) {
        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> signIns.callback(query))
                .satisfies(lost -> assertThat(
                                lost.reply(TestCall.get("/Callback").call()).body())
                        .contains("This sign-in has ended"));
        assertThat(signIns.tableau.askedForTokens()).isZero();
    }
}
