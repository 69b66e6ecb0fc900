package org.vizgate.servlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.UserClaims;
import org.vizgate.config.Settings;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.KeyRing;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.limit.TestAttempts;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.scope.Scopes;
import org.vizgate.tableau.CredentialTemplate;
import org.vizgate.tableau.TestRest;
import org.vizgate.testapp.ActingServlet;
import org.vizgate.testapp.ReportServlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A gate with a Tableau session of its own, from its settings to its end. */
class OwnSessionTest {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final TestRest tableau = TestRest.open();

    @AfterEach
    void close() {
        tableau.close();
    }

    private TestApp app() {
        return TestApp.ordinary("").set("SERVER", tableau.address().toString()).set("SITE_NAME", "sales");
    }

    private TestApp withPat() {
        return app().set("AUTH", "pat").set("PAT_NAME", "ci").set("PAT_VALUE", "SECRET-pat");
    }

    private TestApp forCallers() {
        return app().set("AUTH", "direct-trust")
                .set("CONNECTED_APP_CLIENT_ID", "client")
                .set("CONNECTED_APP_SECRET_ID", "id")
                .set("CONNECTED_APP_SECRET_VALUE", "SECRET")
                .set("JWT_SUB_CLAIM", "{OAUTH_USERNAME}");
    }

    private TestApp withUnifiedAccess() {
        return app().set("AUTH", "uat")
                .set("UAT_TENANT_ID", "tenant")
                .set("UAT_ISSUER", "https://idp.example")
                .set("UAT_USERNAME_CLAIM", "jo@corp.example")
                .set("UAT_PRIVATE_KEY", TestKeys.pkcs8(TestKeys.SECOND))
                .set("UAT_KEY_ID", "uat-key-1");
    }

    /** As the gate issues it to a user, where it has the session. */
    private static String tokenOf(String user) {
        AccessTokenCipher cipher = new AccessTokenCipher(
                new KeyRing(List.of(TestKeys.FIRST), TestApp.ISSUER),
                AccessTokenFormat.RSA,
                false,
                TestKeys.RANDOM,
                TestKeys.JSON);
        Instant now = Instant.now();
        return new AccessTokens(
                        cipher,
                        TestKeys.JSON,
                        TestApp.ISSUER,
                        Set.of(TestApp.ISSUER),
                        Duration.ZERO,
                        TestAttempts.unlimited(),
                        Clock.systemUTC())
                .issue(new AccessTokenClaims(
                        "token-of-" + user,
                        user + "-luid",
                        "client-1",
                        "grant-1",
                        List.of(TestApp.ISSUER),
                        Scopes.of("tableau:content:read"),
                        now,
                        now.plusSeconds(3600),
                        Optional.empty(),
                        Optional.of(new UserClaims(user, "sales"))));
    }

    private static Wire request(String user) {
        return Wire.get("/x").bearer(tokenOf(user));
    }

    @Test
    void theApplication_getsTheSameAttributes_fromTheGatesSession() {
        try (TestContainer container = TestContainer.with(withPat())) {
            assertThat(tableau.targets()).isEmpty();
            Wire.Answer answer = container.answerTo(request("zoe"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().lines())
                    .contains(
                            "user=zoe",
                            "caller=zoe-luid",
                            "tableauAccessToken=SECRET-token-1",
                            "tableauServer=" + tableau.address(),
                            "tableauSiteId=site-luid",
                            "tableauSiteContentUrl=sales",
                            "tableauUserId=user-luid",
                            "tableauUserName=jo@corp.example",
                            "tableauClientId=client-1",
                            "tableauScopes=tableau:content:read")
                    .anyMatch(line -> line.startsWith("tableauExpiresAt=20"))
                    .anyMatch(line -> line.startsWith("tableauCaller=TableauCaller["));
        }
    }

    @Test
    void theApplicationIsStillProtected() {
        try (TestContainer container = TestContainer.with(withPat())) {
            assertThat(container.answerTo(Wire.get("/x")).status()).isEqualTo(401);
            assertThat(tableau.targets()).isEmpty();
        }
    }

    @Test
    void whenTheApplicationStops_theSessionIsSignedOut() {
        try (TestContainer container = TestContainer.with(withPat())) {
            container.answerTo(request("zoe"));
            container.answerTo(request("max"));
            assertThat(tableau.asked(TestRest.SIGN_OUT)).isEmpty();
        }

        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
        assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(1);
        assertThat(tableau.asked(TestRest.SIGN_OUT).get(0).header("X-Tableau-Auth"))
                .isEqualTo("SECRET-token-1");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("vizgate-tableau-sign-out") && thread.isAlive());
    }

    @Test
    void eachCaller_canHaveASessionOfTheirOwn() {
        try (TestContainer container = TestContainer.with(forCallers())) {
            assertThat(container.answerTo(request("zoe")).says("tableauAccessToken=SECRET-token-1"))
                    .isTrue();
            assertThat(container.answerTo(request("max")).says("tableauAccessToken=SECRET-token-2"))
                    .isTrue();
            assertThat(container.answerTo(request("zoe")).says("tableauAccessToken=SECRET-token-1"))
                    .isTrue();
        }

        assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401001", "500000"})
    void withoutASession_theCallerIsToComeBackLater_andNotToSignInAgain(String code) {
        tableau.answering(TestRest.SIGN_IN, TestRest.error(Integer.parseInt(code.substring(0, 3)), code));
        try (TestContainer container = TestContainer.with(withPat())) {
            Wire.Answer answer = container.answerTo(request("zoe"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers("WWW-Authenticate")).isEmpty();
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.body()).contains("temporarily_unavailable").doesNotContain("401001", "ci");
        }
    }

    @Test
    void aClientWithASecret_actsForItself() {
        try (TestContainer container =
                TestContainer.with(withPat().set("OAUTH_CLIENT_ID_SECRET_PAIRS", "batch:sesame"))) {
            Wire.Answer metadata = container.answerTo(Wire.get("/.well-known/oauth-authorization-server"));
            assertThat(metadata.body()).contains("\"client_credentials\"");
            Wire.Answer answer = container.answerTo(
                    Wire.form("/oauth/token", "grant_type=client_credentials&client_id=batch&client_secret=sesame"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("refresh_token");
            Matcher token = TOKEN.matcher(answer.body());
            assertThat(token.find()).isTrue();

            Wire.Answer called = container.answerTo(Wire.get("/x").bearer(token.group(1)));

            assertThat(called.body().lines())
                    .contains("caller=batch", "tableauClientId=batch", "tableauAccessToken=SECRET-token-1");
        }
    }

    @Test
    void whereSessionsBelongToUsers_noClientActsForItself() {
        try (TestContainer container =
                TestContainer.with(forCallers().set("OAUTH_CLIENT_ID_SECRET_PAIRS", "batch:sesame"))) {
            assertThat(container
                            .answerTo(Wire.get("/.well-known/oauth-authorization-server"))
                            .body())
                    .doesNotContain("client_credentials");
            assertThat(container
                            .answerTo(Wire.form(
                                    "/oauth/token",
                                    "grant_type=client_credentials&client_id=batch&client_secret=sesame"))
                            .body())
                    .contains("unauthorized_client");
        }
    }

    @Test
    void theKeyOfUnifiedAccess_isPublished_andNowhereInMetadata() {
        try (TestContainer container = TestContainer.with(withUnifiedAccess())) {
            Wire.Answer answer = container.answerTo(Wire.get("/.well-known/jwks.json"));
            JsonFields key = TestKeys.JSON
                    .read(answer.body())
                    .objects("keys")
                    .orElseThrow()
                    .get(0);

            assertThat(key.text("kid")).contains("uat-key-1");
            assertThat(key.names()).doesNotContain("d", "p", "q");
            for (String document : List.of(
                    "/.well-known/oauth-authorization-server",
                    "/.well-known/openid-configuration",
                    "/.well-known/oauth-protected-resource")) {
                assertThat(container.answerTo(Wire.get(document)).body()).doesNotContain("jwks.json");
            }
            assertThat(container.answerTo(Wire.get("/oauth/jwks")).body()).isEqualTo("{\"keys\":[]}");
        }
    }

    @Test
    void withoutUnifiedAccess_thatAddressIsTheApplications() {
        try (TestContainer container = TestContainer.with(withPat())) {
            assertThat(container.answerTo(Wire.get("/.well-known/jwks.json")).status())
                    .isEqualTo(401);
            assertThat(container
                            .answerTo(Wire.get("/.well-known/jwks.json").bearer(tokenOf("zoe")))
                            .reachedApplication())
                    .isTrue();
        }
    }

    @Test
    void claimsAndKeysThatCannotBeUsed_stopTheDeployment_andAreNotShown() {
        assertThatThrownBy(() -> TestContainer.with(
                                withUnifiedAccess().set("JWT_ADDITIONAL_PAYLOAD", "{\"iss\":\"SECRET\"}"))
                        .close())
                .hasMessageContaining("the claim iss is reserved")
                .hasMessageNotContaining("SECRET");
        assertThatThrownBy(() -> TestContainer.with(withUnifiedAccess()
                                .set(
                                        "UAT_PRIVATE_KEY",
                                        "-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----"))
                        .close())
                .hasMessageContaining("UAT_PRIVATE_KEY")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "async-thread", "throw", ""})
    void requestsThatEndedInAnyWay_areNotWaitedFor(String act) {
        TestApp app = TestApp.guarded("")
                .set("SERVER", tableau.address().toString())
                .set("SITE_NAME", "sales")
                .set("AUTH", "pat")
                .set("PAT_NAME", "ci")
                .set("PAT_VALUE", "SECRET")
                .servlet(ActingServlet.class, "/act")
                .servlet(ReportServlet.class, "/report");
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            try (TestContainer container = TestContainer.with(app)) {
                container.answerTo(Wire.get("/act?do=" + act).bearer(tokenOf("zoe")));
            }
            assertThat(log.text()).doesNotContain("still running");
        }

        assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(1);
    }

    @Test
    void thePlaceholder_isTheSameInSettingsAndCredentials() {
        assertThat(Settings.CALLERS_NAME).isEqualTo(CredentialTemplate.PLACEHOLDER);
    }

    @Test
    void theVersionIsAskedOnce_andNotBeforeItIsNeeded() {
        tableau.answering(TestRest.SERVER_INFO, Answer.json(200, TestRest.serverInfo("3.10")));
        try (TestContainer container = TestContainer.with(withPat())) {
            container.answerTo(request("zoe"));
            container.answerTo(request("max"));
            assertThat(tableau.asked(TestRest.SERVER_INFO)).hasSize(1);
            assertThat(tableau.targets()).contains("POST /api/3.10/auth/signin");
        }
    }
}
