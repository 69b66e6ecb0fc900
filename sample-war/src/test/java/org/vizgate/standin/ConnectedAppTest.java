package org.vizgate.standin;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vizgate.standin.credential.ConnectedApp;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.session.Scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.byJwt;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.impersonating;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

/** Direct trust: what a connected app's JWT has to be like. */
class ConnectedAppTest {
    private static final String WORKBOOKS = "/sites/" + SALES.luid() + "/workbooks";
    private static final ConnectedApp OFF =
            new ConnectedApp("off", SALES.luid(), Map.of("s", "0123456789"), Scopes.NONE, false);
    private static final ConnectedApp NARROW =
            new ConnectedApp("narrow", SALES.luid(), Map.of("s", "0123456789"), Scopes.of("tableau:content:*"), true);
    private static final ConnectedApp TWO_SECRETS =
            new ConnectedApp("two", SALES.luid(), Map.of("old", "0123456789", "new", "9876543210"), Scopes.NONE, true);

    private final SetClock clock = new SetClock();
    private final TableauStandIn server = start(Flavour.SERVER);
    private final Visitor visitor = new Visitor(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aGoodJwt_opensASessionOfTheUserItNames() {
        HttpResponse<String> reply = visitor.signIn(byJwt(jwt().signed()), "sales");

        assertThat(json(reply)
                        .getJsonObject("credentials")
                        .getJsonObject("user")
                        .getString("id"))
                .isEqualTo(JO_SALES.luid());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongPart_is401001WithTheConnectedAppsNumber(UnaryOperator<TestJwt> change, int number) {
        HttpResponse<String> reply = visitor.signIn(byJwt(change.apply(jwt()).signed()), "sales");

        assertThat(errorOf(reply)).isEqualTo("401001");
        assertThat(json(reply).getJsonObject("error").getString("detail"))
                .isEqualTo("Error signing in to Tableau Server (" + number + ")");
    }

    static Stream<Arguments> wrong() {
        var now = new SetClock().instant();
        return Stream.of(
                wrong("unknown user", jwt -> jwt.with("sub", "nobody@corp.example"), 5),
                wrong("user in another case", jwt -> jwt.with("sub", "Jo@corp.example"), 5),
                wrong("user of another site", jwt -> jwt.with("sub", "li@corp.example"), 5),
                wrong("no user", jwt -> jwt.without("sub"), 5),
                wrong("more than ten minutes", jwt -> jwt.with("exp", now.plusSeconds(601)), 16),
                wrong("ten minutes from an earlier iat", jwt -> jwt.with("iat", now.minusSeconds(301)), 16),
                wrong("ends now", jwt -> jwt.with("exp", now), 16),
                wrong("starts in the future", jwt -> jwt.with("iat", now.plusSeconds(1)), 16),
                wrong("not before in the future", jwt -> jwt.with("nbf", now.plusSeconds(1)), 16),
                wrong("another audience", jwt -> jwt.with("aud", "elsewhere"), 16),
                wrong("audience in a list", jwt -> jwt.with("aud", List.of("tableau")), 16),
                wrong("on-demand access on a Server", jwt -> jwt.with("https://tableau.com/oda", true), 67),
                wrong("unknown app", jwt -> jwt.with("iss", "unknown"), 126),
                wrong("unknown secret", jwt -> jwt.header("kid", "unknown"), 127),
                wrong("no kid", jwt -> jwt.withoutHeader("kid"), 10083),
                wrong("no issuer", jwt -> jwt.without("iss"), 10083),
                wrong("another issuer in the header", jwt -> jwt.header("iss", "another"), 10083),
                wrong("no jti", jwt -> jwt.without("jti"), 10083),
                wrong("no exp", jwt -> jwt.without("exp"), 10083),
                wrong(
                        "exp as text",
                        jwt -> jwt.with(
                                "exp", String.valueOf(now.plusSeconds(60).getEpochSecond())),
                        10083),
                wrong("another algorithm", jwt -> jwt.header("alg", "HS512"), 10087),
                wrong("switched off", jwt -> jwt.with("iss", "off"), 10090));
    }

    private static Arguments wrong(String what, UnaryOperator<TestJwt> change, int number) {
        return Arguments.of(Named.of(what, change), number);
    }

    @Test
    void aForgedOrBrokenJwt_is401001() {
        assertThat(detailOf(jwt().signed("a secret of somebody else"))).endsWith("(10084)");
        assertThat(detailOf(jwt().signed() + "AAAA")).endsWith("(10084)");
        assertThat(detailOf(jwt().signed() + "=")).endsWith("(10084)");
        assertThat(detailOf(jwt().header("crit", "exp").signed())).endsWith("(10084)");
        assertThat(detailOf("not.a.jwt")).endsWith("(10084)");
        assertThat(detailOf("jwt")).endsWith("(10084)");
        assertThat(detailOf(jwt().unsigned())).endsWith("(10084)");
        assertThat(detailOf(jwt().header("alg", "none").unsigned())).endsWith("(10087)");
        assertThat(detailOf(jwt().header("alg", "RS256").signed(TestJwt.KEYS.getPrivate())))
                .endsWith("(10087)");
    }

    @Test
    void anAppOfAnotherSite_isNotFound() {
        HttpResponse<String> reply = visitor.signIn(byJwt(jwt().signed()), "marketing");

        assertThat(json(reply).getJsonObject("error").getString("detail")).endsWith("(126)");
    }

    @Test
    void tenMinutesToTheSecond_areFine() {
        assertThat(signIn(jwt().with("exp", clock.instant().plus(Duration.ofMinutes(10))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void optionalParts_mayBeMissing() {
        TestJwt bare = jwt().without("iat").without("nbf").withoutHeader("typ");

        assertThat(signIn(bare).statusCode()).isEqualTo(200);
        assertThat(signIn(jwt().header("iss", SampleCredentials.APP.clientId())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aJwt_isGoodOnce() {
        String jwt = jwt().signed();
        visitor.signedIn(byJwt(jwt), "sales");

        assertThat(errorOf(visitor.signIn(byJwt(jwt), "sales"))).isEqualTo("401001");
    }

    @Test
    void aJwtThatFailedForItsSite_isNotUsedUp() {
        String jwt = jwt().signed();
        assertThat(errorOf(visitor.signIn(byJwt(jwt), "marketing"))).isEqualTo("401001");

        assertThat(visitor.signIn(byJwt(jwt), "sales").statusCode()).isEqualTo(200);
    }

    @Test
    void bothSecretsOfAnApp_areGood() {
        TestJwt two = jwt().with("iss", "two");

        assertThat(visitor.signIn(byJwt(two.header("kid", "old").signed("0123456789")), "sales")
                        .statusCode())
                .isEqualTo(200);
        TestJwt next = two.with("jti", "another");
        assertThat(visitor.signIn(byJwt(next.header("kid", "new").signed("9876543210")), "sales")
                        .statusCode())
                .isEqualTo(200);
        assertThat(errorOf(visitor.signIn(byJwt(next.header("kid", "new").signed("0123456789")), "sales")))
                .isEqualTo("401001");
    }

    @Test
    void aSession_mayDoWhatItsScopesCover() {
        String all = visitor.signedIn(
                byJwt(jwt().with("scp", List.of("tableau:content:*")).signed()), "sales");
        String one = visitor.signedIn(byJwt(jwt().signed()), "sales");

        assertThat(visitor.rest(WORKBOOKS, all).statusCode()).isEqualTo(200);
        assertThat(visitor.rest(WORKBOOKS, one).statusCode()).isEqualTo(200);
    }

    @Test
    void scopesAsWords_countToo() {
        TestJwt words = jwt().without("scp").with("scope", "tableau:views:download tableau:content:read");

        assertThat(visitor.rest(WORKBOOKS, visitor.signedIn(byJwt(words.signed()), "sales"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMissingScope_is401002AlthoughTheSessionLives() {
        for (TestJwt jwt : List.of(
                jwt().without("scp"),
                jwt().with("scp", List.of("tableau:views:download")),
                jwt().with("scp", List.of("tableau:content:update")),
                jwt().with("scp", List.of("tableau:*", "tableau:*:*", "tableau:*:read", "*")))) {
            String token = visitor.signedIn(byJwt(jwt.signed()), "sales");

            assertThat(errorOf(visitor.rest(WORKBOOKS, token))).isEqualTo("401002");
            assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signOut_needsNoScope() {
        String token = visitor.signedIn(byJwt(jwt().without("scp").signed()), "sales");

        assertThat(visitor.post("/api/3.27/auth/signout", "text/xml", "", "X-Tableau-Auth", token)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aScopeTheAppLacks_refusesTheWholeSignIn() {
        TestJwt narrow = jwt().with("iss", "narrow").header("kid", "s");

        assertThat(visitor.signIn(byJwt(narrow.signed("0123456789")), "sales").statusCode())
                .isEqualTo(200);
        String more = narrow.with("jti", "another")
                .with("scp", List.of("tableau:content:read", "tableau:views:download"))
                .signed("0123456789");
        assertThat(errorOf(visitor.signIn(byJwt(more), "sales"))).isEqualTo("401001");
    }

    @Test
    void aJwtOfAnAdministrator_mayImpersonateOnAServer() {
        String ada = byJwt(jwt().with("sub", "ada@corp.example").signed());

        assertThat(json(visitor.signIn(impersonating(ada, MAX_SALES.luid()), "sales"))
                        .getJsonObject("credentials")
                        .getJsonObject("user")
                        .getString("id"))
                .isEqualTo(MAX_SALES.luid());
        assertThat(errorOf(visitor.signIn(impersonating(byJwt(jwt().signed()), MAX_SALES.luid()), "sales")))
                .isEqualTo("403004");
    }

    @Test
    void jwts_cameWithVersion317() {
        assertThat(errorOf(visitor.signIn("3.16", byJwt(jwt().signed()), "sales")))
                .isEqualTo("400000");
        assertThat(visitor.signIn("3.17", byJwt(jwt().signed()), "sales").statusCode())
                .isEqualTo(200);
    }

    @Test
    void cloud_takesThemToo() {
        try (TableauStandIn cloud = start(Flavour.CLOUD)) {
            String jwt = jwt().with("https://tableau.com/oda", true).signed();

            assertThat(new Visitor(cloud).signIn(byJwt(jwt), "sales").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSessionFromAJwt_cannotSwitchSites() {
        String token = visitor.signedIn(byJwt(jwt().signed()), "sales");

        HttpResponse<String> reply = visitor.post(
                "/api/3.27/auth/switchSite",
                "application/json",
                "{\"site\":{\"contentUrl\":\"" + MARKETING.contentUrl() + "\"}}",
                "X-Tableau-Auth",
                token,
                "Accept",
                "application/json");

        assertThat(errorOf(reply)).isEqualTo("401002");
    }

    private TestJwt jwt() {
        return TestJwt.directTrust(clock.instant());
    }

    private HttpResponse<String> signIn(TestJwt jwt) {
        return visitor.signIn(byJwt(jwt.signed()), "sales");
    }

    private String detailOf(String jwt) {
        HttpResponse<String> reply = visitor.signIn(byJwt(jwt), "sales");
        assertThat(errorOf(reply)).isEqualTo("401001");
        return json(reply).getJsonObject("error").getString("detail");
    }

    private TableauStandIn start(Flavour flavour) {
        return TableauStandIn.builder()
                .clock(clock)
                .flavour(flavour)
                .credentials(SampleCredentials.create().with(OFF).with(NARROW).with(TWO_SECRETS))
                .start();
    }
}
