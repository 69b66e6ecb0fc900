package org.vizgate.standin;

import java.net.http.HttpResponse;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.standin.data.Flavour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.byToken;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.credential.SampleCredentials.JO_TOKEN;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;

class SwitchSiteTest {
    private final TableauStandIn server =
            TableauStandIn.builder().clock(new SetClock()).start();
    private final Visitor visitor = new Visitor(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSwitch_givesANewTokenAndEndsTheOldOne() {
        String token = visitor.accessTokenOf(JO_SALES);

        JsonObject credentials = json(switchTo("marketing", token)).getJsonObject("credentials");

        assertThat(credentials.getJsonObject("site").getString("id")).isEqualTo(MARKETING.luid());
        assertThat(credentials.getJsonObject("user").getString("id")).isEqualTo(JO_MARKETING.luid());
        assertThat(visitor.rest("/sessions/current", credentials.getString("token"))
                        .body())
                .contains(JO_MARKETING.luid());
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");
    }

    @Test
    void theSiteOneIsOn_is403070AndTheSessionLives() {
        String token = visitor.accessTokenOf(JO_SALES);

        HttpResponse<String> reply = switchTo("sales", token);

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(errorOf(reply)).isEqualTo("403070");
        assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", ""})
    void aSiteTheUserIsNotOn_is401003AndTheSessionLives(String site) {
        String token = visitor.accessTokenOf(JO_SALES);

        assertThat(errorOf(switchTo(site, token))).isEqualTo("401003");
        assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(200);
    }

    @Test
    void noTokenAndADeadOne_are401000And401002() {
        assertThat(errorOf(visitor.post(
                        "/api/3.27/auth/switchSite",
                        "application/json",
                        "{\"site\":{\"contentUrl\":\"sales\"}}",
                        "Accept",
                        "application/json")))
                .isEqualTo("401000");
        assertThat(errorOf(switchTo("sales", "dead"))).isEqualTo("401002");
    }

    @Test
    void noSite_is400000() {
        String token = visitor.accessTokenOf(JO_SALES);

        assertThat(errorOf(post("3.27", "{}", token))).isEqualTo("400000");
        assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(200);
    }

    @Test
    void itCameWithVersion26() {
        String token = visitor.accessTokenOf(JO_SALES);
        String body = "{\"site\":{\"contentUrl\":\"marketing\"}}";

        assertThat(errorOf(post("2.5", body, token))).isEqualTo("404003");
        assertThat(post("2.6", body, token).statusCode()).isEqualTo(200);
    }

    @Test
    void cloud_doesNotSwitch() {
        try (TableauStandIn cloud =
                TableauStandIn.builder().flavour(Flavour.CLOUD).start()) {
            Visitor guest = new Visitor(cloud);

            assertThat(errorOf(switchTo("marketing", guest.accessTokenOf(JO_SALES), guest)))
                    .isEqualTo("401003");
        }
    }

    @Test
    void aPersonalAccessToken_keepsOneSessionAcrossASwitch() {
        String token = visitor.signedIn(byToken(JO_TOKEN), "sales");
        String switched =
                json(switchTo("marketing", token)).getJsonObject("credentials").getString("token");

        visitor.signedIn(byToken(JO_TOKEN), "sales");

        assertThat(errorOf(visitor.rest("/sessions/current", switched))).isEqualTo("401002");
    }

    private HttpResponse<String> switchTo(String site, String token) {
        return switchTo(site, token, visitor);
    }

    private static HttpResponse<String> switchTo(String site, String token, Visitor visitor) {
        return post("3.27", "{\"site\":{\"contentUrl\":\"" + site + "\"}}", token, visitor);
    }

    private HttpResponse<String> post(String version, String body, String token) {
        return post(version, body, token, visitor);
    }

    private static HttpResponse<String> post(String version, String body, String token, Visitor visitor) {
        return visitor.post(
                "/api/" + version + "/auth/switchSite",
                "application/json",
                body,
                "X-Tableau-Auth",
                token,
                "Accept",
                "application/json");
    }
}
