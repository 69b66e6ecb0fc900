package org.vizgate.it;

import java.time.Instant;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;

/** A gate that also accepts the TypeScript peer's tokens: it believes Tableau, and nothing that they say. */
@ExtendWith(ShowOutput.class)
class UnsignedTokenIT {
    private static final Keys KEYS = Keys.create();
    private static TableauStandIn tableau;
    private static Sample sample;

    private JsonObject ours = Json.createObjectBuilder().build();

    @BeforeAll
    static void start() {
        tableau = TableauStandIn.builder().start();
        sample = Sample.builder()
                .tableau(tableau)
                .key(KEYS.file())
                .set("OAUTH_ACCEPT_UNSIGNED_TOKENS", true)
                .set("OAUTH_SESSION_CHECK_INTERVAL_MS", 0)
                .start();
    }

    @AfterAll
    static void stop() {
        sample.close();
        tableau.close();
    }

    @BeforeEach
    void signIn() {
        ours = PeerToken.open(
                KEYS, SignIn.of(OAuthClient.register(sample)).tokens().access());
    }

    @AfterEach
    void endTrouble() {
        tableau.control().endTrouble();
    }

    @Test
    void livingSession_isAccepted() {
        Answer answer = call(claims());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getJsonObject("user").getString("id")).isEqualTo(JO_SALES.luid());
    }

    @Test
    @DisplayName("R19: user and site are Tableau's answer, not the token's")
    void claimsAboutAnotherUser_areNotBelieved() {
        JsonObject lie = Json.createObjectBuilder(ours)
                .add("tableauUserId", MAX_SALES.luid())
                .add("tableauSiteId", MARKETING.luid())
                .build();

        Answer answer = call(PeerToken.claims(sample, lie, inAMinute()).replace("jo@corp", "max@corp"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonObject("user").getString("id")).isEqualTo(JO_SALES.luid());
        assertThat(answer.json().getJsonObject("user").getString("name")).isEqualTo(JO_SALES.name());
        assertThat(answer.json().getJsonObject("site").getString("contentUrl")).isEqualTo("sales");
    }

    @Test
    void endedSession_isInvalid() {
        String claims = claims();
        assertThat(call(claims).status()).isEqualTo(200);

        tableau.control().endSession(ours.getString("tableauAccessToken"));

        assertInvalid(call(claims));
    }

    @Test
    void inventedSession_isInvalid() {
        assertInvalid(call(claims().replace(ours.getString("tableauAccessToken"), "invented|token|session")));
    }

    @Test
    void foreignIssuerAudienceOrEnd_isInvalid() {
        assertInvalid(call(claims().replace("tableau-mcp-server", "another")));
        assertInvalid(call(claims().replace(sample.base().toString(), "http://127.0.0.1:1")));
        assertInvalid(call(PeerToken.claims(sample, ours, Instant.now().minusSeconds(1))));
    }

    @Test
    @DisplayName("A95: a server that the token names is never asked")
    void foreignServer_isNeverAsked() {
        try (TableauStandIn elsewhere = TableauStandIn.builder().start()) {
            assertInvalid(call(claims().replace(
                            tableau.address().toString(), elsewhere.address().toString())));

            assertThat(elsewhere.control().calls("/**")).isZero();
        }
    }

    @Test
    @DisplayName("R25: while Tableau does not answer, nothing is known of such a token: 503")
    void outage_isUnavailable() {
        tableau.control().at("/api/**").unavailable();

        Answer answer = call(claims());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("retry-after")).isNotEmpty();
    }

    @Test
    @DisplayName("A96: revocation believes no token that anybody could have made")
    void revocation_ignoresIt() {
        OAuthClient client = OAuthClient.register(sample);
        Tokens tokens = SignIn.of(client).tokens();

        client.revoke(PeerToken.create(KEYS.publicKey(), claims().replace("peer-client", client.id())));

        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
    }

    private String claims() {
        return PeerToken.claims(sample, ours, inAMinute());
    }

    private static Instant inAMinute() {
        return Instant.now().plusSeconds(60);
    }

    private static Answer call(String claims) {
        return Http.call(sample.at("/api/whoami"), PeerToken.create(KEYS.publicKey(), claims));
    }

    private static void assertInvalid(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_token");
        assertThat(answer.challenge()).contains("error=\"invalid_token\"");
    }
}
