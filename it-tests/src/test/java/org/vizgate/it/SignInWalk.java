package org.vizgate.it;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

/** Each step from the first refusal to the last, once at ROOT and once below a context path. */
@ExtendWith(ShowOutput.class)
abstract class SignInWalk {
    private final Sample sample;
    private final String issuer;

    SignInWalk(Sample sample) {
        this.sample = sample;
        this.issuer = sample.base().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PUT", "BREW"})
    @DisplayName("R2 R3 R4 R8: without a token 401, and a challenge that accuses nobody")
    void noToken_isChallenged(String method) {
        Answer answer = Http.send(method, sample.at("/mcp"), "text/plain", "x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge())
                .startsWith("Bearer ")
                .contains("resource_metadata=\"" + issuer + "/.well-known/oauth-protected-resource/mcp\"")
                .doesNotContain("error");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("<html");
    }

    @Test
    @DisplayName("R29 R31 R33 R35 R36: the metadata that the challenge names describes the resource that was asked")
    void resourceMetadata_isWhatTheChallengeNames() {
        for (String path : List.of("", "/mcp")) {
            String challenge =
                    Http.get(sample.at(path.isEmpty() ? "/api/whoami" : path)).challenge();
            String named = challenge.replaceAll(".*resource_metadata=\"([^\"]+)\".*", "$1");
            Answer answer = Http.get(URI.create(named));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getString("resource")).isEqualTo(issuer + path);
            assertThat(texts(answer.json(), "authorization_servers")).containsExactly(issuer);
            assertThat(texts(answer.json(), "bearer_methods_supported")).containsExactly("header");
            assertThat(answer.body())
                    .doesNotContain("[]")
                    .doesNotContain("null")
                    .doesNotContain("offline_access");
            assertThat(answer.header("cache-control")).contains("max-age");
            assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
        }
    }

    @Test
    @DisplayName("R34 A12: metadata of what does not exist is a JSON 404")
    void unknownMetadata_isNotFound() {
        for (String path : List.of("oauth-protected-resource/other", "oauth-authorization-server/other")) {
            Answer answer = Http.get(sample.at("/.well-known/" + path));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json()).isNotNull();
        }
    }

    @Test
    @DisplayName("A1 A3 A4 A5 A7 A8 A10: the authorization server describes itself by the very issuer")
    void serverMetadata_isComplete() {
        JsonObject oauth =
                Http.get(sample.at("/.well-known/oauth-authorization-server")).json();
        JsonObject openid =
                Http.get(sample.at("/.well-known/openid-configuration")).json();

        for (JsonObject document : List.of(oauth, openid)) {
            assertThat(document.getString("issuer")).isEqualTo(issuer);
            assertThat(document.getString("authorization_endpoint")).isEqualTo(issuer + "/oauth/authorize");
            assertThat(document.getString("token_endpoint")).isEqualTo(issuer + "/oauth/token");
            assertThat(document.getString("registration_endpoint")).isEqualTo(issuer + "/oauth/register");
            assertThat(document.getString("revocation_endpoint")).isEqualTo(issuer + "/oauth/revoke");
            assertThat(texts(document, "response_types_supported")).containsExactly("code");
            assertThat(texts(document, "code_challenge_methods_supported")).containsExactly("S256");
            assertThat(texts(document, "grant_types_supported"))
                    .containsExactlyInAnyOrder("authorization_code", "refresh_token");
            assertThat(document.getBoolean("authorization_response_iss_parameter_supported"))
                    .isTrue();
            assertThat(document.getBoolean("client_id_metadata_document_supported", false))
                    .isTrue();
            assertThat(document.toString()).doesNotContain("[]").doesNotContain("null");
        }
        assertThat(oauth).doesNotContainKey("jwks_uri");
        assertThat(Http.get(URI.create(openid.getString("jwks_uri"))).body()).isEqualTo("{\"keys\":[]}");
    }

    @Test
    @DisplayName("A55 A56: a registration is echoed as it was stored")
    void registration_isEchoed() {
        Answer answer = Http.postJson(sample.at("/oauth/register"), OAuthClient.METADATA);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("cache-control")).contains("no-store");
        JsonObject client = answer.json();
        assertThat(client.getString("client_id")).isNotEmpty().doesNotStartWith("https://");
        assertThat(client.getInt("client_id_issued_at")).isPositive();
        assertThat(client.getString("client_name")).isEqualTo("Black box");
        assertThat(texts(client, "redirect_uris")).containsExactly(OAuthClient.REDIRECT);
        assertThat(texts(client, "grant_types")).containsExactly("authorization_code", "refresh_token");
        assertThat(texts(client, "response_types")).containsExactly("code");
        assertThat(client.getString("token_endpoint_auth_method")).isEqualTo("none");
        assertThat(client.getString("application_type")).isEqualTo("native");
        assertThat(client).doesNotContainKey("client_secret");
    }

    @Test
    @DisplayName("A30 A35 A36 A39: the consent page says who wants what, and cannot be framed")
    void consentPage_saysWhoAsks() {
        Answer page = signIn().authorize();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.body())
                .contains("Black box")
                .contains("127.0.0.1:7777")
                .contains("Any program on this computer could have asked")
                .contains(sample.ownTableau().getAuthority())
                .doesNotContain("<script");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("form-action");
        assertThat(page.header("x-frame-options")).isEqualTo("DENY");
        assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(page.header("cache-control")).contains("no-store");
        assertThat(page.headerValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/;"));
    }

    @Test
    @DisplayName("A29 A40 A41: only consent leads to Tableau, with a state and a proof of our own")
    void consent_leadsToTableau() {
        SignIn signIn = signIn();
        Answer page = signIn.authorize();
        assertThat(page.headers()).doesNotContainKey("location");

        Answer sent = signIn.decide(page, "allow");

        assertThat(sent.status()).isIn(302, 303);
        assertThat(sent.location().toString()).startsWith(sample.ownTableau() + "/oauth2/v1/auth?");
        assertThat(sent.sent("redirect_uri")).isEqualTo(issuer + "/Callback");
        assertThat(sent.sent("state")).hasSizeGreaterThan(16).isNotEqualTo("xyz");
        assertThat(sent.sent("code_challenge")).hasSize(43);
        assertThat(sent.sent("code_challenge_method")).isEqualTo("S256");
        assertThat(sent.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(sent.header("cache-control")).contains("no-store");
    }

    @Test
    @DisplayName("A27 A28 A29: the client gets code, its state and iss, and nothing else")
    void callback_answersTheClient() {
        Answer back = signIn().backAtClient();

        assertThat(back.status()).isIn(302, 303);
        assertThat(back.location().toString()).startsWith(OAuthClient.REDIRECT + "?");
        assertThat(Form.parse(back.location().getRawQuery())).containsOnlyKeys("code", "state", "iss");
        assertThat(back.sent("state")).isEqualTo("xyz");
        assertThat(back.sent("iss")).isEqualTo(issuer);
        assertThat(back.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(back.header("cache-control")).contains("no-store");
    }

    @Test
    @DisplayName("A40: an answer of Tableau counts once, and only in the browser that asked")
    void callback_isForOneBrowserOnce() {
        SignIn signIn = signIn();
        URI callback = signIn.backFromTableau().location();

        Answer foreign = new Visitor().get(callback);
        Answer first = signIn.visitor().get(callback);
        Answer second = signIn.visitor().get(callback);

        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.body()).contains("This sign-in has ended");
        assertThat(first.sent("code")).isNotEmpty();
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.headers()).doesNotContainKey("location");
    }

    @Test
    @DisplayName("A37: a consent form of another browser or another page is refused")
    void consentForm_isBoundToBrowserAndOrigin() {
        SignIn signIn = signIn();
        Answer page = signIn.authorize();
        Map<String, String> form = new java.util.LinkedHashMap<>(Visitor.hiddenFields(page));
        form.put("decision", "allow");

        Answer otherBrowser = new Visitor().post(Visitor.action(sample.base(), page), form);
        Answer otherPage = Http.post(
                Visitor.action(sample.base(), page),
                form,
                "Origin",
                "https://evil.example",
                "Cookie",
                page.headerValues("set-cookie").get(0).split(";", 2)[0]);

        assertThat(List.of(otherBrowser, otherPage)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("This page is too old");
            assertThat(answer.headers()).doesNotContainKey("location");
        });
    }

    @Test
    @DisplayName("A67 A87: tokens come uncached, and say truly how long they live")
    void tokens_areUncached() {
        SignIn signIn = signIn();
        OAuthClient client = signIn.client();

        Answer answer = client.redeem(signIn.code(), signIn.verifier());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.json().getString("token_type")).isEqualToIgnoringCase("Bearer");
        assertThat(answer.json().getInt("expires_in")).isBetween(3_500, 3_600);
        assertThat(answer.json().getString("access_token").split("\\.", -1)).hasSize(5);
        assertThat(answer.json().getString("refresh_token")).isNotEmpty();
        assertThat(answer.json().getString("scope", "none")).isNotEmpty();
    }

    @Test
    @DisplayName("R1 R12 A77: the token opens the application, which works in Tableau as the user")
    void token_opensTheApplication() {
        SignIn signIn = signIn();
        String access = signIn.tokens().access();

        Answer who = signIn.client().whoami(access);
        Answer workbooks = Http.get(sample.at("/api/workbooks"), "Authorization", "bEARER " + access);

        assertThat(who.status()).isEqualTo(200);
        JsonObject user = who.json().getJsonObject("user");
        assertThat(user.getString("id")).isEqualTo(JO_SALES.luid());
        assertThat(user.getString("name")).isEqualTo(JO_SALES.name());
        assertThat(who.json().getJsonObject("site").getString("contentUrl")).isEqualTo(SALES.contentUrl());
        assertThat(who.json().getString("server")).isEqualTo(sample.ownTableau().toString());
        assertThat(workbooks.status()).isEqualTo(200);
        assertThat(workbooks.json().getInt("total")).isEqualTo(131);
        assertThat(workbooks.body()).contains("Jo's pipeline").doesNotContain("commissions");
        assertThat(Http.get(sample.at("/api/whoami")).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("A78 A81 A83: a refresh gives new tokens, and the new ones work")
    void refresh_givesNewTokens() {
        SignIn signIn = signIn();
        Tokens first = signIn.tokens();

        Answer answer = signIn.client().refresh(first.refresh());
        Tokens second = Tokens.of(answer);

        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(second.access()).isNotEqualTo(first.access());
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(signIn.client().whoami(second.access()).status()).isEqualTo(200);
        assertThat(signIn.client().refresh(second.refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A92 A93 A94 R42: revoking the refresh token ends all that came of the sign-in")
    void revocation_endsEverything() {
        SignIn signIn = signIn();
        OAuthClient client = signIn.client();
        Tokens tokens = signIn.tokens();
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);

        assertThat(client.revoke(tokens.refresh()).status()).isEqualTo(200);

        Answer refused = client.whoami(tokens.access());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_token");
        assertThat(refused.challenge()).contains("error=\"invalid_token\"").contains("resource_metadata=\"");
        Answer ended = client.refresh(tokens.refresh());
        assertThat(ended.status()).isEqualTo(400);
        assertThat(ended.error()).isEqualTo("invalid_grant");
        assertThat(client.revoke(tokens.refresh()).status()).isEqualTo(200);
        assertThat(client.revoke("never-issued").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A92: another client cannot revoke it")
    void revocation_isForTheOwner() {
        SignIn signIn = signIn();
        Tokens tokens = signIn.tokens();

        Answer answer = OAuthClient.register(sample).revoke(tokens.refresh());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(signIn.client().whoami(tokens.access()).status()).isEqualTo(200);
        assertThat(signIn.client().refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A13 A14: an unknown client or redirect address gets a page, never a redirect")
    void unknownClientOrRedirect_isNotRedirected() {
        List<Answer> answers = List.of(
                signIn().with("client_id", "nobody").authorize(),
                signIn().with("redirect_uri", "http://127.0.0.1:7777/cb2").authorize(),
                signIn().with("redirect_uri", "https://evil.example/cb").authorize());

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers()).doesNotContainKey("location");
            assertThat(answer.header("content-type")).startsWith("text/html");
            assertThat(answer.body()).doesNotContain("evil.example").contains("Go back to the application");
        });
    }

    @Test
    @DisplayName("A15: a loopback redirect may have any port")
    void loopbackRedirect_mayHaveAnyPort() {
        assertThat(signIn().with("redirect_uri", "http://127.0.0.1:50123/cb")
                        .authorize()
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A19 A20 A21 A23 A26 A28 A33: other faults are told to the client, with state and iss")
    void faultyRequest_isToldToTheClient() {
        assertRefused("unsupported_response_type", signIn().with("response_type", "token"));
        assertRefused("invalid_request", signIn().with("code_challenge", ""));
        assertRefused("invalid_request", signIn().with("code_challenge", "short"));
        assertRefused("invalid_request", signIn().with("code_challenge_method", "plain"));
        assertRefused("invalid_target", signIn().with("resource", "https://elsewhere.example/"));
        assertRefused("request_not_supported", signIn().with("request", "e30.e30."));
    }

    private void assertRefused(String error, SignIn signIn) {
        Answer answer = signIn.authorize();
        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.sent("error")).isEqualTo(error);
        assertThat(answer.sent("state")).isEqualTo("xyz");
        assertThat(answer.sent("iss")).isEqualTo(issuer);
    }

    @Test
    @DisplayName("A66 A68 A69 A71: the token endpoint names what is wrong")
    void tokenEndpoint_namesTheFault() {
        OAuthClient client = OAuthClient.register(sample);
        URI token = sample.at("/oauth/token");

        assertThat(Http.get(token).status()).isEqualTo(405);
        assertThat(Http.get(token).header("allow")).contains("POST");
        assertError(400, "invalid_request", client.token(Map.of("client_id", client.id())));
        assertError(
                400,
                "unsupported_grant_type",
                client.token(Map.of("grant_type", "password", "client_id", client.id())));
        assertError(
                401,
                "invalid_client",
                client.token(Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "nobody")));
        assertError(
                400,
                "unauthorized_client",
                client.token(Map.of("grant_type", "client_credentials", "client_id", client.id())));
        assertError(400, "invalid_grant", client.redeem("guessed", Pkce.text()));
        assertError(400, "invalid_grant", client.refresh("guessed"));
        assertError(
                400,
                "invalid_request",
                Http.send(
                        "POST",
                        token,
                        "application/x-www-form-urlencoded",
                        "grant_type=refresh_token&grant_type=refresh_token&client_id=" + client.id()));
    }

    private static void assertError(int status, String error, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    @DisplayName("A59: what cannot be registered is refused by name")
    void registration_isChecked() {
        for (String uri : List.of(
                "http://evil.example/cb", "javascript:alert(1)", "https://a.example/cb#x", "data:text/html,x", "/cb")) {
            assertError(
                    400,
                    "invalid_redirect_uri",
                    Http.postJson(
                            sample.at("/oauth/register"),
                            "{\"redirect_uris\":[\"" + uri + "\"],\"token_endpoint_auth_method\":\"none\"}"));
        }
        assertError(400, "invalid_redirect_uri", Http.postJson(sample.at("/oauth/register"), "{}"));
        assertError(400, "invalid_client_metadata", Http.postJson(sample.at("/oauth/register"), "[]"));
    }

    @Test
    @DisplayName("A11 R38: scripts may read metadata and tokens, but not call the sign-in pages")
    void cors_isForProgramsOnly() {
        for (String path : List.of("/oauth/token", "/oauth/register", "/oauth/revoke")) {
            Answer preflight = Http.send(
                    "OPTIONS",
                    sample.at(path),
                    "text/plain",
                    "",
                    "Origin",
                    "https://inspector.example",
                    "Access-Control-Request-Method",
                    "POST");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("access-control-allow-origin")).isEqualTo("*");
        }
        assertThat(Http.get(sample.at("/oauth/authorize"), "Origin", "https://inspector.example")
                        .headers())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    @DisplayName("R28: a page of another origin or name is refused before anything runs")
    void foreignOriginOrHost_isRefused() {
        for (String origin : List.of("https://evil.example", "null")) {
            Answer answer = Http.get(sample.at("/api/whoami"), "Origin", origin);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(Http.get(sample.at("/api/whoami"), "Host", "rebound.example").status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("The sample's own page and its files are public, with a strict policy")
    void page_isPublic() {
        for (String path : List.of("/", "/index.html", "/assets/app.js", "/assets/app.css")) {
            Answer answer = Http.get(sample.at(path));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
        }
        assertThat(Http.get(sample.at("/assets/../api/whoami")).status()).isIn(400, 401);
        assertThat(Http.get(sample.at("/assets/%2e%2e/api/whoami")).status()).isIn(400, 401);
        assertThat(Http.get(sample.at("/assets/..;/api/whoami")).status()).isIn(400, 401);
    }

    private SignIn signIn() {
        return SignIn.of(OAuthClient.register(sample));
    }

    private static List<String> texts(JsonObject object, String member) {
        return object.getJsonArray(member).getValuesAs(JsonString::getString);
    }
}
