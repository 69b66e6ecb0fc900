package org.vizgate.it;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** A Tableau whose sessions are too short to go on with: what a refresh answers then. */
@ExtendWith(ShowOutput.class)
class SessionEndIT {
    private static TableauStandIn tableau;
    private static Sample sample;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        tableau = TableauStandIn.builder()
                .sessionLimits(Duration.ofSeconds(8), Duration.ofSeconds(8))
                .start();
        sample = Sample.builder()
                .tableau(tableau)
                .set("TABLEAU_REQUEST_TIMEOUT_MS", 800)
                .start();
        client = OAuthClient.register(sample);
    }

    @AfterAll
    static void stop() {
        sample.close();
        tableau.close();
    }

    @AfterEach
    void endTrouble() {
        tableau.control().endTrouble();
    }

    @Test
    @DisplayName("A87: expires_in is no longer than the Tableau session")
    void expiresIn_isWhatIsLeftOfTheSession() {
        assertThat(SignIn.of(client).tokens().expiresIn()).isBetween(1, 8);
    }

    @Test
    @DisplayName("A84: Tableau does not answer: 503, and the refresh token is kept")
    void outage_keepsTheRefreshToken() {
        Tokens tokens = SignIn.of(client).tokens();
        tableau.control().at("/oauth2/v1/token").unavailable();

        Answer answer = client.refresh(tokens.refresh());

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("retry-after")).isNotEmpty();
        tableau.control().endTrouble();
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A84: Tableau refuses: invalid_grant, and all of it is over")
    void refusal_endsTheGrant() {
        Tokens tokens = SignIn.of(client).tokens();
        tableau.control().refuseNextRefreshes(1);

        Answer answer = client.refresh(tokens.refresh());

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }
}
