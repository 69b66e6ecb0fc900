package org.vizgate.standin;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.byToken;
import static org.vizgate.standin.Visitor.byUat;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.credential.SampleCredentials.ADA_TOKEN;
import static org.vizgate.standin.credential.SampleCredentials.CLOUD_ADA;
import static org.vizgate.standin.credential.SampleCredentials.JO_TOKEN;
import static org.vizgate.standin.credential.SampleCredentials.TENANT;
import static org.vizgate.standin.data.SampleData.SALES;

/** Tableau Cloud Manager, from the first sign-in to the first unified access token and its end. */
class CloudManagerTest {
    private static final String CONFIGURATIONS = "/api/v1/uat-configurations";

    private final SetClock clock = new SetClock();
    private final TableauStandIn tableau =
            TableauStandIn.builder().clock(clock).flavour(Flavour.CLOUD).start();
    private final Visitor visitor = new Visitor(tableau);

    @AfterEach
    void close() {
        tableau.close();
    }

    @Test
    void theFirstJourney_leadsFromATokenToAUnifiedAccessToken() {
        String session = signedIn();
        HttpResponse<String> created =
                call("POST", CONFIGURATIONS, configuration().toString(), session);
        assertThat(created.statusCode()).isEqualTo(201);

        String atCloudManager = TestJwt.unifiedAccess(clock.instant(), "ada@corp.example")
                .with("scp", List.of("tableau:tcm_sites:read"))
                .signed(TestJwt.KEYS.getPrivate());
        String second = json(login("tcuJwt", atCloudManager)).getString("sessionToken");
        String atSite =
                TestJwt.unifiedAccess(clock.instant(), "jo@corp.example").signed(TestJwt.KEYS.getPrivate());

        assertThat(call("GET", "/api/v1/tenants/" + TENANT.id() + "/sites", "", second)
                        .body())
                .contains("\"siteUUID\":\"" + SALES.luid() + "\"", "\"contentUrl\":\"sales\"");
        assertThat(visitor.signIn(byUat(atSite), "sales").statusCode()).isEqualTo(200);
    }

    @Test
    void login_tellsTokenUserTenantAndEnd() {
        JsonObject answer = json(login("pat", CLOUD_ADA.accessToken()));

        assertThat(answer.getString("sessionToken")).contains("+", "/", "=", ":");
        assertThat(answer.getString("userId")).isEqualTo(CLOUD_ADA.id());
        assertThat(answer.getString("tenantId")).isEqualTo(TENANT.id());
        assertThat(Instant.parse(answer.getString("sessionExpiration")))
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    }

    @Test
    void aTokenOfASite_isNoneOfCloudManagerNorTheOtherWayRound() {
        assertThat(login("pat", ADA_TOKEN.secret()).statusCode()).isEqualTo(401);
        assertThat(login("pat", JO_TOKEN.secret()).statusCode()).isEqualTo(401);
        String site = visitor.signedIn(byToken(ADA_TOKEN), "sales");
        assertThat(call("GET", CONFIGURATIONS, "", site).statusCode()).isEqualTo(401);
        assertThat(errorOf(visitor.rest("/sessions/current", signedIn()))).isEqualTo("401002");
    }

    @Test
    void severalSessionsOfOneToken_liveSideBySide() {
        String first = signedIn();
        String second = signedIn();

        assertThat(call("GET", CONFIGURATIONS, "", first).statusCode()).isEqualTo(200);
        assertThat(call("GET", CONFIGURATIONS, "", second).statusCode()).isEqualTo(200);
        assertThat(tableau.control().cloudManagerSessions()).isEqualTo(2);
    }

    @Test
    void aRefusal_hasMessageAndErrorCode() {
        HttpResponse<String> reply = login("pat", "wrong");

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(json(reply).getString("message")).isNotEmpty();
        assertThat(json(reply).getString("errorCode")).startsWith("E_401_");
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/v1/pat/login,405", "GET,/api/v1/nothing,404", "POST,/api/v2/sessions,405"})
    void wrongVerbsAndPaths_areRefusedInJsonToo(String method, String path, int status) {
        HttpResponse<String> reply = call(method, path, "", "");

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(json(reply).getString("errorCode")).startsWith("E_" + status);
    }

    @Test
    void anythingButJson_is415() {
        assertThat(visitor.post("/api/v1/pat/login", "text/xml", "<token/>").statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"token\":1}", "{\"token\":\"\"}", "{\"token\":\"a\",\"token\":\"b\"}"})
    void whatIsNoLogin_is400(String body) {
        assertThat(visitor.postJson("/api/v1/pat/login", body).statusCode()).isEqualTo(400);
    }

    @Test
    void aSession_endsAfterFourHoursAndWhenIdleForHalfAnHour() {
        String busy = signedIn();
        for (int minutes = 25; minutes < 240; minutes += 25) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(call("GET", CONFIGURATIONS, "", busy).statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(call("GET", CONFIGURATIONS, "", busy).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertThat(call("GET", CONFIGURATIONS, "", busy).statusCode()).isEqualTo(401);

        String idle = signedIn();
        clock.advance(Duration.ofMinutes(30));
        assertThat(call("GET", CONFIGURATIONS, "", idle).statusCode()).isEqualTo(401);
    }

    @Test
    void signOut_endsTheSessionOnce() {
        String session = signedIn();

        assertThat(call("DELETE", "/api/v2/sessions", "", session).statusCode()).isEqualTo(204);
        assertThat(call("GET", CONFIGURATIONS, "", session).statusCode()).isEqualTo(401);
        assertThat(call("DELETE", "/api/v2/sessions", "", session).statusCode()).isEqualTo(401);
        assertThat(visitor.get(CONFIGURATIONS).statusCode()).isEqualTo(401);
    }

    @Test
    void aConfiguration_isCreatedReadListedChangedReplacedAndDeleted() {
        String session = signedIn();
        JsonObject created = json(call("POST", CONFIGURATIONS, configuration().toString(), session));
        String path = CONFIGURATIONS + "/" + created.getString("configId");

        assertThat(created.getString("tenantId")).isEqualTo(TENANT.id());
        assertThat(created.getBoolean("publicKeyActive")).isTrue();
        assertThat(created.get("jwksUri")).isEqualTo(JsonValue.NULL);
        assertThat(json(call("GET", path, "", session))).isEqualTo(created);
        assertThat(list(session)).containsExactly(created);

        JsonObject changed = json(call("PATCH", path, "{\"enabled\":false}", session));
        assertThat(changed.getBoolean("enabled")).isFalse();
        assertThat(changed.getString("issuer")).isEqualTo(TestJwt.ISSUER);
        JsonObject replaced =
                json(call("PUT", path, configuration("name", "Other").toString(), session));
        assertThat(replaced.getString("name")).isEqualTo("Other");
        assertThat(replaced.getBoolean("enabled")).isTrue();
        assertThat(replaced.getString("configId")).isEqualTo(created.getString("configId"));

        assertThat(call("DELETE", path, "", session).statusCode()).isEqualTo(204);
        assertThat(call("DELETE", path, "", session).statusCode()).isEqualTo(404);
        assertThat(call("GET", path, "", session).statusCode()).isEqualTo(404);
        assertThat(list(session)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name,''",
        "issuer,''",
        "publicKey,''",
        "publicKey,no key",
        "jwksUri,https://idp.corp.example/keys",
        "jwksUri,file:///etc/hosts",
        "jwksUri,no address",
        "resourceIds,text",
        "enabled,text",
        "scopes,text"
    })
    void aWrongMember_is400(String member, String value) {
        HttpResponse<String> reply =
                call("POST", CONFIGURATIONS, configuration(member, value).toString(), signedIn());

        assertThat(reply.statusCode()).isEqualTo(400);
    }

    @Test
    void keyAndAddress_mayBothBeThere() {
        JsonObject both = configuration("jwksUri", "http://127.0.0.1:1/keys");

        assertThat(call("POST", CONFIGURATIONS, both.toString(), signedIn()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aSecondConfigurationOfAnIssuer_is409() {
        String session = signedIn();
        call("POST", CONFIGURATIONS, configuration().toString(), session);

        assertThat(call("POST", CONFIGURATIONS, configuration().toString(), session)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void configurations_areForSignedInAdministratorsOnly() {
        String path = CONFIGURATIONS + "/any";
        String body = configuration().toString();

        assertThat(call("POST", CONFIGURATIONS, body, "dead").statusCode()).isEqualTo(401);
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            assertThat(call(method, path, body, "dead").statusCode()).isEqualTo(401);
        }
        assertThat(call("POST", "/api/v1/uat-revocations", "{\"jti\":\"x\"}", "dead")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aJwtOfAUserWhoIsNoAdministrator_isRefused() {
        call("POST", CONFIGURATIONS, configuration().toString(), signedIn());
        String jwt = TestJwt.unifiedAccess(clock.instant(), "jo@corp.example").signed(TestJwt.KEYS.getPrivate());

        assertThat(login("tcuJwt", jwt).statusCode()).isEqualTo(401);
        assertThat(login("tcuJwt", "jwt").statusCode()).isEqualTo(401);
    }

    @Test
    void aConfigurationWithoutTheTenant_doesNotOpenCloudManager() {
        JsonObject sitesOnly = configuration(
                "resourceIds", Json.createArrayBuilder(List.of(SALES.luid())).build());
        call("POST", CONFIGURATIONS, sitesOnly.toString(), signedIn());

        assertThat(login("tcuJwt", adminsJwt().signed(TestJwt.KEYS.getPrivate()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aMissingScope_is403() {
        call("POST", CONFIGURATIONS, configuration().toString(), signedIn());
        String session = json(login("tcuJwt", adminsJwt().signed(TestJwt.KEYS.getPrivate())))
                .getString("sessionToken");

        assertThat(call("GET", "/api/v1/tenants/" + TENANT.id() + "/sites", "", session)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("GET", "/api/v1/tenants/another/sites", "", signedIn()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRevokedJwt_opensNothingAndItsSessionsEnd() {
        String admin = signedIn();
        call("POST", CONFIGURATIONS, configuration().toString(), admin);
        String jwt = adminsJwt().with("jti", "j-1").signed(TestJwt.KEYS.getPrivate());
        String cloudSession = json(login("tcuJwt", jwt)).getString("sessionToken");
        String siteSession = visitor.signedIn(byUat(jwt), "sales");

        assertThat(call("POST", "/api/v1/uat-revocations", "{\"jti\":\"j-1\"}", admin)
                        .statusCode())
                .isEqualTo(204);

        assertThat(login("tcuJwt", jwt).statusCode()).isEqualTo(401);
        assertThat(errorOf(visitor.signIn(byUat(jwt), "sales"))).isEqualTo("401001");
        assertThat(call("GET", CONFIGURATIONS, "", cloudSession).statusCode()).isEqualTo(401);
        assertThat(errorOf(visitor.rest("/sessions/current", siteSession))).isEqualTo("401002");
        assertThat(call("GET", CONFIGURATIONS, "", admin).statusCode()).isEqualTo(200);
    }

    @Test
    void control_endsSessionsAndResetsConfigurations() {
        call("POST", CONFIGURATIONS, configuration().toString(), signedIn());
        String session = signedIn();
        tableau.control().endCloudManagerSessions();
        assertThat(call("GET", CONFIGURATIONS, "", session).statusCode()).isEqualTo(401);

        tableau.control().reset();
        assertThat(list(signedIn())).isEmpty();
    }

    @Test
    void aServer_hasNoCloudManager() {
        try (TableauStandIn server = TableauStandIn.builder().start()) {
            HttpResponse<String> reply = new Visitor(server).postJson("/api/v1/pat/login", "{}");

            assertThat(reply.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void itsPaths_canBeMoved() {
        try (TableauStandIn moved = TableauStandIn.builder()
                .flavour(Flavour.CLOUD)
                .cloudManagerPath("/manager")
                .start()) {
            assertThat(moved.cloudManager()).isEqualTo(moved.address().resolve("/manager/api/v1"));
            assertThat(new Visitor(moved)
                            .postJson("/manager/api/v1/pat/login", "{\"token\":\"" + CLOUD_ADA.accessToken() + "\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private String signedIn() {
        return json(login("pat", CLOUD_ADA.accessToken())).getString("sessionToken");
    }

    private HttpResponse<String> login(String kind, String token) {
        return visitor.postJson("/api/v1/" + kind + "/login", "{\"token\":\"" + token + "\"}");
    }

    private HttpResponse<String> call(String method, String path, String body, String session) {
        return visitor.send(
                path,
                method,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "x-tableau-session-token",
                session);
    }

    private JsonArray list(String session) {
        return Json.createReader(new StringReader(
                        call("GET", CONFIGURATIONS, "", session).body()))
                .readArray();
    }

    private TestJwt adminsJwt() {
        return TestJwt.unifiedAccess(clock.instant(), SampleCredentials.CLOUD_ADA.name());
    }

    private static JsonObject configuration() {
        return Json.createObjectBuilder()
                .add("name", "Web filter")
                .add("issuer", TestJwt.ISSUER)
                .add("publicKey", TestJwt.pem(TestJwt.KEYS.getPublic()))
                .addNull("jwksUri")
                .add("usernameClaim", "email")
                .add("resourceIds", Json.createArrayBuilder(List.of(SALES.luid(), TENANT.id())))
                .add("scopes", Json.createArrayBuilder())
                .add("enabled", true)
                .build();
    }

    private static JsonObject configuration(String member, String value) {
        return configuration(member, Json.createValue(value));
    }

    private static JsonObject configuration(String member, JsonValue value) {
        return Json.createObjectBuilder(configuration()).add(member, value).build();
    }
}
