package org.vizgate.standin;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.standin.credential.PersonalAccessToken;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.byPassword;
import static org.vizgate.standin.Visitor.byToken;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.impersonating;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.credential.SampleCredentials.ADA_PASSWORD;
import static org.vizgate.standin.credential.SampleCredentials.ADA_TOKEN;
import static org.vizgate.standin.credential.SampleCredentials.APP_SECRET_VALUE;
import static org.vizgate.standin.credential.SampleCredentials.CLOUD_ADA;
import static org.vizgate.standin.credential.SampleCredentials.JO_PASSWORD;
import static org.vizgate.standin.credential.SampleCredentials.JO_TOKEN;
import static org.vizgate.standin.data.SampleData.ADA_DEFAULT;
import static org.vizgate.standin.data.SampleData.ADA_SALES;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.LI_MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

/** Sign-in with tokens and passwords, on a Tableau Server unless a test says otherwise. */
class SignInTest {
    private static final String JO = byPassword("jo@corp.example", JO_PASSWORD);
    private static final String ADA = byPassword("ada@corp.example", ADA_PASSWORD);
    private static final PersonalAccessToken BRIEF =
            new PersonalAccessToken("brief", "s3cret", "jo@corp.example", Instant.parse("2026-03-02T09:00:00Z"));

    private final SetClock clock = new SetClock();
    private final TableauStandIn server = start(Flavour.SERVER);
    private final Visitor visitor = new Visitor(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aToken_opensASessionOfItsOwnerOnTheSiteAskedFor() {
        JsonObject credentials =
                json(visitor.signIn(byToken(JO_TOKEN), "sales")).getJsonObject("credentials");

        assertThat(credentials.getJsonObject("site").getString("id")).isEqualTo(SALES.luid());
        assertThat(credentials.getJsonObject("site").getString("contentUrl")).isEqualTo("sales");
        assertThat(credentials.getJsonObject("user").getString("id")).isEqualTo(JO_SALES.luid());
        assertThat(credentials.getString("token")).endsWith("|" + SALES.luid());
        assertThat(credentials.getString("estimatedTimeToExpiration")).isEqualTo("2:00:00");
        assertThat(userOf(visitor.signedIn(byToken(JO_TOKEN), "marketing"))).isEqualTo(JO_MARKETING.luid());
    }

    @Test
    void aTokensNextSignIn_endsItsSessionOnAnySite() {
        String first = visitor.signedIn(byToken(JO_TOKEN), "sales");
        String other = visitor.signedIn(byToken(ADA_TOKEN), "sales");

        String second = visitor.signedIn(byToken(JO_TOKEN), "marketing");

        assertThat(errorOf(visitor.rest("/sessions/current", first))).isEqualTo("401002");
        assertThat(userOf(second)).isEqualTo(JO_MARKETING.luid());
        assertThat(userOf(other)).isEqualTo(ADA_SALES.luid());
    }

    @Test
    void aTokensFailedSignIn_endsNoSession() {
        String token = visitor.signedIn(byToken(JO_TOKEN), "sales");

        assertThat(errorOf(visitor.signIn(byToken(JO_TOKEN), "nowhere"))).isEqualTo("401001");

        assertThat(userOf(token)).isEqualTo(JO_SALES.luid());
    }

    @Test
    void passwords_openManySessionsSideBySide() {
        String first = visitor.signedIn(JO, "sales");
        String second = visitor.signedIn(JO, "sales");

        assertThat(userOf(first)).isEqualTo(JO_SALES.luid());
        assertThat(userOf(second)).isEqualTo(JO_SALES.luid());
    }

    @Test
    void aRevokedToken_is401001AndItsSessionEnds() {
        String token = visitor.signedIn(byToken(JO_TOKEN), "sales");
        server.control().revokePersonalAccessToken(JO_TOKEN.name());

        assertThat(errorOf(visitor.signIn(byToken(JO_TOKEN), "sales"))).isEqualTo("401001");
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");

        server.control().reset();
        assertThat(visitor.signIn(byToken(JO_TOKEN), "sales").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenUnusedForFifteenDays_is401001() {
        clock.advance(Duration.ofDays(15).minusMillis(1));
        visitor.signedIn(byToken(JO_TOKEN), "sales");
        clock.advance(Duration.ofDays(15).minusMillis(1));
        visitor.signedIn(byToken(JO_TOKEN), "sales");

        clock.advance(Duration.ofDays(15));
        assertThat(errorOf(visitor.signIn(byToken(JO_TOKEN), "sales"))).isEqualTo("401001");
    }

    @Test
    void aTokenAtItsExpiry_is401001() {
        clock.advance(Duration.ofDays(1).minusMillis(1));
        visitor.signedIn(byToken(BRIEF), "sales");

        clock.advance(Duration.ofMillis(1));
        assertThat(errorOf(visitor.signIn(byToken(BRIEF), "sales"))).isEqualTo("401001");
    }

    @ParameterizedTest
    @CsvSource({
        "sample-token,wrong,sales",
        "Sample-Token,q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo,sales",
        "unknown,q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo,sales",
        "sample-token,q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo,nowhere",
        "sample-token,q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo,Sales",
        "sample-token,q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo,Sales EMEA",
        "sample-token,q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo,''"
    })
    void aWrongTokenOrSite_is401001WithoutSayingWhich(String name, String secret, String site) {
        HttpResponse<String> reply = visitor.signIn(byToken(new PersonalAccessToken(name, secret, "")), site);

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo("{\"error\":{\"code\":\"401001\",\"summary\":\"Signin Error\","
                        + "\"detail\":\"Error signing in to Tableau Server\"}}");
    }

    @Test
    void aWrongPasswordAndAnUnknownUser_are401001() {
        assertThat(errorOf(visitor.signIn(byPassword("jo@corp.example", "wrong"), "sales")))
                .isEqualTo("401001");
        assertThat(errorOf(visitor.signIn(byPassword("nobody@corp.example", JO_PASSWORD), "sales")))
                .isEqualTo("401001");
        assertThat(errorOf(visitor.signIn(byPassword("max@corp.example", JO_PASSWORD), "sales")))
                .isEqualTo("401001");
    }

    @Test
    void anEmptyContentUrl_isTheDefaultSite() {
        assertThat(userOf(visitor.signedIn(ADA, ""))).isEqualTo(ADA_DEFAULT.luid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"credentials\":{}}",
                "{\"credentials\":[]}",
                "{\"credentials\":{\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"name\":\"a\",\"password\":\"b\"}}",
                "{\"credentials\":{\"name\":\"a\",\"password\":\"b\",\"site\":{}}}",
                "{\"credentials\":{\"name\":\"a\",\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"name\":\"a\",\"password\":\"\",\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"password\":\"b\",\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"personalAccessTokenName\":\"a\",\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"name\":\"a\",\"name\":\"c\",\"password\":\"b\",\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"name\":\"a\",\"password\":\"b\",\"site\":{\"contentUrl\":\"sales\"},\"user\":{}}}",
                "{\"credentials\":{\"name\":\"a\",\"password\":\"b\",\"isUat\":true,\"site\":{\"contentUrl\":\"sales\"}}}",
                "{\"credentials\":{\"jwt\":\"a\",\"isUat\":\"yes\",\"site\":{\"contentUrl\":\"sales\"}}}"
            })
    void whatIsNoSignIn_is400000(String body) {
        HttpResponse<String> reply =
                visitor.post("/api/3.27/auth/signin", "application/json", body, "Accept", "application/json");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(errorOf(reply)).isEqualTo("400000");
    }

    @Test
    void twoKindsOfCredential_are400000() {
        assertThat(errorOf(visitor.signIn(JO + "," + byToken(JO_TOKEN), "sales")))
                .isEqualTo("400000");
        assertThat(errorOf(visitor.signIn(JO + ",\"jwt\":\"a.b.c\"", "sales"))).isEqualTo("400000");
        assertThat(errorOf(visitor.signIn(byToken(JO_TOKEN) + ",\"name\":\"jo@corp.example\"", "sales")))
                .isEqualTo("400000");
    }

    @Test
    void aVersionBeforeTokens_is400000() {
        assertThat(errorOf(visitor.signIn("3.5", byToken(JO_TOKEN), "sales"))).isEqualTo("400000");
        assertThat(visitor.signIn("3.6", byToken(JO_TOKEN), "sales").statusCode())
                .isEqualTo(200);
        assertThat(visitor.signIn("3.10", byToken(JO_TOKEN), "sales").statusCode())
                .isEqualTo(200);
        assertThat(visitor.signIn("2.4", JO, "sales").statusCode()).isEqualTo(200);
    }

    @Test
    void signInByGet_is405000() {
        HttpResponse<String> reply = visitor.get("/api/3.27/auth/signin", "Accept", "application/json");

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(json(reply).getJsonObject("error").getString("detail"))
                .isEqualTo("The HTTP method 'GET' is not supported for the given resource");
    }

    @Test
    void anOldSessionTokenSentAlong_isIgnored() {
        String body = "{\"credentials\":{%s,\"site\":{\"contentUrl\":\"sales\"}}}".formatted(JO);

        HttpResponse<String> reply = visitor.post(
                "/api/3.27/auth/signin", "application/json", body, "X-Tableau-Auth", "dead|and|" + SALES.luid());

        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @Test
    void aServerAdministrator_mayBeAnyUserOfTheSite() {
        JsonObject credentials = json(visitor.signIn(impersonating(ADA, MAX_SALES.luid()), "sales"))
                .getJsonObject("credentials");

        assertThat(credentials.getJsonObject("user").getString("id")).isEqualTo(MAX_SALES.luid());
        assertThat(userOf(credentials.getString("token"))).isEqualTo(MAX_SALES.luid());
        assertThat(userOf(visitor.signedIn(impersonating(byToken(ADA_TOKEN), LI_MARKETING.luid()), "marketing")))
                .isEqualTo(LI_MARKETING.luid());
    }

    @Test
    void anyoneElse_mayNotImpersonate403004() {
        assertThat(errorOf(visitor.signIn(impersonating(JO, MAX_SALES.luid()), "sales")))
                .isEqualTo("403004");
        assertThat(errorOf(visitor.signIn(impersonating(JO, "nobody"), "sales")))
                .isEqualTo("403004");
    }

    @Test
    void aUserWhoIsNotOnTheSite_cannotBeImpersonated404002() {
        assertThat(errorOf(visitor.signIn(impersonating(ADA, LI_MARKETING.luid()), "sales")))
                .isEqualTo("404002");
        // A name is no LUID.
        assertThat(errorOf(visitor.signIn(impersonating(ADA, "max@corp.example"), "sales")))
                .isEqualTo("404002");
    }

    @Test
    void aWrongPassword_isToldBeforeImpersonation() {
        String wrong = byPassword("ada@corp.example", "wrong");

        assertThat(errorOf(visitor.signIn(impersonating(wrong, "nobody"), "sales")))
                .isEqualTo("401001");
    }

    @Test
    void impersonationByToken_cameWithVersion311() {
        String credentials = impersonating(byToken(ADA_TOKEN), MAX_SALES.luid());

        assertThat(errorOf(visitor.signIn("3.10", credentials, "sales"))).isEqualTo("400000");
        assertThat(visitor.signIn("3.11", credentials, "sales").statusCode()).isEqualTo(200);
    }

    @Test
    void cloud_refusesPasswordsImpersonationAndTheDefaultSite() {
        try (TableauStandIn cloud = start(Flavour.CLOUD)) {
            Visitor guest = new Visitor(cloud);

            assertThat(errorOf(guest.signIn(JO, "sales"))).isEqualTo("401001");
            assertThat(errorOf(guest.signIn(impersonating(byToken(ADA_TOKEN), MAX_SALES.luid()), "sales")))
                    .isEqualTo("403004");
            assertThat(errorOf(guest.signIn(byToken(ADA_TOKEN), ""))).isEqualTo("401001");
            assertThat(guest.signIn(byToken(ADA_TOKEN), "sales").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theHomePage_tellsWhatOpensTheStandIn() {
        try (TableauStandIn cloud = start(Flavour.CLOUD)) {
            assertThat(visitor.get("/").body())
                    .contains(JO_TOKEN.secret(), JO_PASSWORD, APP_SECRET_VALUE)
                    .doesNotContain(CLOUD_ADA.accessToken());
            assertThat(new Visitor(cloud).get("/").body())
                    .contains(JO_TOKEN.secret(), APP_SECRET_VALUE, CLOUD_ADA.accessToken())
                    .doesNotContain(JO_PASSWORD);
        }
    }

    @Test
    void aSession_seesAllThatItsUserMaySee() {
        String token = visitor.signedIn(byToken(JO_TOKEN), "sales");

        assertThat(visitor.rest("/sites/" + SALES.luid() + "/workbooks", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void sessionsAlive_areCountedAndEndWithSignOut() {
        String token = visitor.signedIn(JO, "sales");
        visitor.signedIn(ADA, "sales");
        assertThat(server.control().sessions()).isEqualTo(2);
        assertThat(server.control().sessionsOf("jo@corp.example")).isEqualTo(1);

        visitor.post("/api/3.27/auth/signout", "text/xml", "", "X-Tableau-Auth", token);
        assertThat(server.control().sessionsOf(JO_SALES.luid())).isZero();
        clock.advance(Duration.ofMinutes(30));
        assertThat(server.control().sessions()).isZero();
    }

    private String userOf(String token) {
        return json(visitor.rest("/sessions/current", token))
                .getJsonObject("session")
                .getJsonObject("user")
                .getString("id");
    }

    private TableauStandIn start(Flavour flavour) {
        return TableauStandIn.builder()
                .clock(clock)
                .flavour(flavour)
                .credentials(SampleCredentials.create().with(BRIEF))
                .start();
    }
}
