package org.vizgate.standin;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.CALLBACK;
import static org.vizgate.standin.Visitor.as;
import static org.vizgate.standin.Visitor.authorization;
import static org.vizgate.standin.Visitor.cookieOf;
import static org.vizgate.standin.Visitor.encode;
import static org.vizgate.standin.Visitor.lockedTo;
import static org.vizgate.standin.Visitor.parametersOf;
import static org.vizgate.standin.data.SampleData.ADA_DEFAULT;
import static org.vizgate.standin.data.SampleData.ADA_SALES;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;
import static org.vizgate.standin.data.SampleData.JO_SALES;

class AuthorizationTest {
    private final TableauStandIn tableau = TableauStandIn.builder()
            .clock(new SetClock())
            .allowedRedirectHosts("127.0.0.1", "app.example")
            .start();
    private final Visitor visitor = new Visitor(tableau);

    @AfterEach
    void close() {
        tableau.close();
    }

    @Test
    void anOrdinaryRequest_showsTheSignInPage() {
        HttpResponse<String> page = visitor.authorize(authorization());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("no real accounts here", "Jo Almeida", "Jo Brandt", "Marketing")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; style-src 'sha256-")
                        .doesNotContain("unsafe-inline"));
    }

    @Test
    void aChoice_returnsWithCodeAndState() {
        HttpResponse<String> reply = visitor.choose(authorization(), as(JO_SALES));

        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).startsWith(CALLBACK + "?"));
        assertThat(parametersOf(reply)).containsEntry("state", "s1:t1").containsKey("code");
        assertThat(reply.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aRedirectUriWithQuery_keepsIt() {
        HttpResponse<String> reply =
                visitor.choose(authorization("redirect_uri", "https://app.example/Callback?a=b"), as(JO_SALES));

        assertThat(parametersOf(reply)).containsEntry("a", "b").containsKeys("code", "state");
    }

    @Test
    void deny_returnsAccessDenied() {
        HttpResponse<String> reply = visitor.choose(authorization(), Map.of("standin_deny", "true"));

        assertThat(parametersOf(reply)).isEqualTo(Map.of("error", "access_denied", "state", "s1:t1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/Callback",
                "https://app.example/callback",
                "https://app.example/Callback/more",
                "https://elsewhere.example/Callback",
                "https://app.example@elsewhere.example/Callback",
                "https://me@app.example/Callback",
                "https://app.example/Callback#x",
                "ftp://app.example/Callback",
                "javascript:alert(1)//Callback",
                "https:// app.example/Callback"
            })
    void anUntrustedRedirectUri_isAPageAndNoRedirect(String redirectUri) {
        HttpResponse<String> reply = visitor.authorize(authorization("redirect_uri", redirectUri));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Location")).isEmpty();
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    }

    @Test
    void aRepeatedRedirectUri_isAPage() {
        HttpResponse<String> reply = visitor.get(
                "/oauth2/v1/auth?" + encode(authorization()) + "&redirect_uri=https%3A%2F%2Fapp.example%2FCallback");

        assertThat(reply.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,not-a-uuid",
        "response_type,token",
        "code_challenge_method,plain",
        "code_challenge,tooshort",
        "code_challenge,E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
        "device_id,laptop",
        "device_name,''",
        "client_type,''"
    })
    void aWrongParameter_returnsInvalidRequest(String name, String value) {
        HttpResponse<String> reply = visitor.authorize(authorization(name, value));

        assertThat(parametersOf(reply)).isEqualTo(Map.of("error", "invalid_request", "state", "s1:t1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id",
                "response_type",
                "code_challenge",
                "code_challenge_method",
                "device_id",
                "device_name",
                "client_type"
            })
    void aMissingParameter_returnsInvalidRequest(String name) {
        Map<String, String> parameters = authorization();
        parameters.remove(name);

        assertThat(parametersOf(visitor.authorize(parameters)))
                .isEqualTo(Map.of("error", "invalid_request", "state", "s1:t1"));
    }

    @Test
    void aMissingState_returnsInvalidRequestWithoutState() {
        Map<String, String> parameters = authorization();
        parameters.remove("state");

        assertThat(parametersOf(visitor.authorize(parameters))).isEqualTo(Map.of("error", "invalid_request"));
    }

    @Test
    void aRepeatedParameter_returnsInvalidRequest() {
        HttpResponse<String> reply = visitor.get("/oauth2/v1/auth?" + encode(authorization()) + "&client_type=x");

        assertThat(parametersOf(reply)).isEqualTo(Map.of("error", "invalid_request", "state", "s1:t1"));
    }

    @Test
    void markupInTheRequest_isEscaped() {
        Map<String, String> parameters = authorization("device_name", "<script>alert(1)</script>\" onload='x'");
        parameters.put("state", "\"><img src=x onerror=alert(2)>%s{{x}}");

        HttpResponse<String> page = visitor.authorize(parameters);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39;")
                .doesNotContain("<script", "<img", "onerror=alert(2)>");
    }

    @Test
    void markupInTheState_comesBackEncoded() {
        HttpResponse<String> reply = visitor.choose(authorization("state", "\"><b>\r\nSet-Cookie: a=b"), as(JO_SALES));

        assertThat(reply.headers().map()).doesNotContainKey("a");
        assertThat(parametersOf(reply)).containsEntry("state", "\"><b>\r\nSet-Cookie: a=b");
    }

    @Test
    void aNameOnTwoSites_needsTheSite() {
        Map<String, String> named = Map.of("standin_user", "jo@corp.example");
        Map<String, String> onMarketing = Map.of("standin_user", "jo@corp.example", "standin_site", "marketing");

        assertThat(visitor.choose(authorization(), named).statusCode()).isEqualTo(400);
        assertThat(visitor.choose(authorization(), onMarketing).statusCode()).isEqualTo(302);
    }

    @Test
    void aUserWhoIsNotOnTheSite_choosesAgain() {
        Map<String, String> choice = Map.of("standin_user", "max@corp.example", "standin_site", "marketing");

        HttpResponse<String> reply = visitor.choose(authorization(), choice);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("no such user on this site");
    }

    @Test
    void targetSite_preselectsIt() {
        String page =
                visitor.authorize(authorization("target_site", "marketing")).body();

        assertThat(page)
                .contains("Sales EMEA")
                .containsPattern("value=\"" + JO_MARKETING.luid() + "\" required checked");
    }

    @Test
    void aLockedSite_offersNoOther() {
        assertThat(visitor.authorize(lockedTo("marketing")).body())
                .contains("Jo Brandt")
                .doesNotContain("Sales EMEA", "Jo Almeida");
        assertThat(visitor.choose(lockedTo("marketing"), as(JO_SALES)).statusCode())
                .isEqualTo(400);
        assertThat(visitor.choose(lockedTo("marketing"), as(JO_MARKETING)).statusCode())
                .isEqualTo(302);
    }

    @Test
    void anEmptyLockedSite_isTheDefaultSite() {
        assertThat(visitor.authorize(lockedTo("")).body())
                .contains("Noor Haddad")
                .doesNotContain("Jo Almeida");
    }

    @Test
    void anUnknownLockedSite_returnsInvalidRequest() {
        assertThat(parametersOf(visitor.authorize(lockedTo("nowhere")))).containsEntry("error", "invalid_request");
    }

    @Test
    void aBrowserSignedInElsewhere_isRefusedAtALockedSite() {
        String cookie = cookieOf(visitor.choose(authorization(), as(JO_SALES)));

        assertThat(parametersOf(visitor.authorize(lockedTo("marketing"), "Cookie", cookie)))
                .isEqualTo(Map.of("error", "invalid_request", "state", "s1:t1"));
        assertThat(visitor.authorize(lockedTo("sales"), "Cookie", cookie).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSignedInBrowser_offersThatPersonsSitesOnly() {
        String cookie = cookieOf(visitor.choose(authorization(), as(ADA_SALES)));

        assertThat(visitor.authorize(authorization(), "Cookie", cookie).body())
                .contains("Sign out / switch user", ADA_SALES.luid(), ADA_DEFAULT.luid())
                .doesNotContain("Jo Almeida");
    }

    @Test
    void signOut_forgetsTheBrowsersUser() {
        String cookie = cookieOf(visitor.choose(authorization(), as(JO_SALES)));

        HttpResponse<String> reply =
                visitor.choose(authorization(), Map.of("standin_signout", "true"), "Cookie", cookie);

        assertThat(reply.headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).startsWith("/oauth2/v1/auth?client_id="));
        assertThat(visitor.authorize(lockedTo("marketing"), "Cookie", cookie).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theHomePage_tellsWhoIsSignedInAndSignsOut() {
        String cookie = cookieOf(visitor.choose(authorization(), as(JO_SALES)));

        assertThat(visitor.get("/", "Cookie", cookie).body()).contains("Signed in as <strong>jo@corp.example");
        visitor.postForm("/signout", Map.of(), "Cookie", cookie);
        assertThat(visitor.get("/", "Cookie", cookie).body()).contains("Nobody is signed in");
    }

    @Test
    void aScriptedUrl_isNotHeardWithoutControl() {
        assertThat(visitor.authorize(authorization("standin_user", JO_SALES.luid()))
                        .statusCode())
                .isEqualTo(200);
    }
}
