package org.vizgate.it;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vizgate.standin.TableauStandIn;
import org.vizgate.standin.control.StandInControl.At;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** Tableau is slow, down, or hidden behind something else: that is never the caller's token's fault. */
@ExtendWith(ShowOutput.class)
class TableauTroubleIT {
    private static final String TOKEN = "/oauth2/v1/token";
    private static final String CURRENT = "/api/*/sessions/current";

    private static TableauStandIn tableau;
    private static Sample sample;
    private static Sample refusing;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        tableau = TableauStandIn.builder().start();
        sample = Sample.builder()
                .tableau(tableau)
                .set("OAUTH_SESSION_CHECK_INTERVAL_MS", 0)
                .set("TABLEAU_REQUEST_TIMEOUT_MS", 800)
                .start();
        refusing = Sample.builder()
                .tableau(tableau)
                .set("OAUTH_SESSION_CHECK_INTERVAL_MS", 0)
                .set("OAUTH_SESSION_CHECK_FAILURE", "refuse")
                .set("TABLEAU_REQUEST_TIMEOUT_MS", 800)
                .start();
        client = OAuthClient.register(sample);
    }

    @AfterAll
    static void stop() {
        sample.close();
        refusing.close();
        tableau.close();
    }

    @AfterEach
    void endTrouble() {
        tableau.control().endTrouble();
    }

    static Stream<Named<Consumer<At>>> troubles() {
        return Stream.of(
                Named.of("slow", at -> at.slow(Duration.ofSeconds(3))),
                Named.of("503", At::unavailable),
                Named.of("hang-up", At::hangUp),
                Named.of("web page", At::html));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    @DisplayName("A42: trouble at the callback is told to the client, which may try again")
    void atCallback_theClientIsTold(Consumer<At> trouble) {
        SignIn signIn = SignIn.of(client);
        Answer back = signIn.backFromTableau();
        trouble.accept(tableau.control().at(TOKEN));

        Answer answer = signIn.visitor().get(back.location());

        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.sent("error")).isIn("temporarily_unavailable", "server_error");
        assertThat(answer.sent("state")).isEqualTo("xyz");
        assertThat(answer.sent("iss")).isEqualTo(sample.base().toString());
        tableau.control().endTrouble();
        assertThat(SignIn.of(client).tokens().access()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    @DisplayName("A84: a refresh goes on with the Tableau session as long as that lives")
    void atRefresh_aLivingSessionGoesOn(Consumer<At> trouble) {
        Tokens tokens = SignIn.of(client).tokens();
        trouble.accept(tableau.control().at(TOKEN));

        Tokens next = Tokens.of(client.refresh(tokens.refresh()));

        tableau.control().endTrouble();
        assertThat(client.whoami(next.access()).status()).isEqualTo(200);
        assertThat(client.refresh(next.refresh()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    @DisplayName("R25: a session that cannot be checked is believed for the time being")
    void atLivenessCheck_aSignedTokenGoesOn(Consumer<At> trouble) {
        Tokens tokens = SignIn.of(client).tokens();
        trouble.accept(tableau.control().at(CURRENT));

        Answer answer = client.whoami(tokens.access());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonObject("user").getString("id")).isEqualTo(JO_SALES.luid());
        assertThat(tableau.control().calls(CURRENT)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    @DisplayName("R25: or answered 503 where the administrator wants that, never 401")
    void atLivenessCheckOfAStrictGate_isUnavailable(Consumer<At> trouble) {
        OAuthClient strict = OAuthClient.register(refusing);
        Tokens tokens = SignIn.of(strict).tokens();
        trouble.accept(tableau.control().at(CURRENT));

        Answer answer = strict.whoami(tokens.access());

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("retry-after")).isNotEmpty();
        assertThat(answer.headers()).doesNotContainKey("www-authenticate");
        tableau.control().endTrouble();
        awaitAccepted(strict, tokens);
    }

    // After a check that failed Tableau is left alone for a few seconds.
    private static void awaitAccepted(OAuthClient client, Tokens tokens) {
        Instant end = Instant.now().plusSeconds(15);
        Answer answer = client.whoami(tokens.access());
        while (answer.status() == 503 && Instant.now().isBefore(end)) {
            pause();
            answer = client.whoami(tokens.access());
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("R25: a 401 without Tableau's code is a gateway's, and ends no session")
    void empty401_endsNothing() {
        Tokens tokens = SignIn.of(client).tokens();
        tableau.control().at(CURRENT).emptyUnauthorized();

        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
        assertThat(tableau.control().calls(CURRENT)).isPositive();
    }

    @Test
    @DisplayName("A84: a refused refresh goes on with a living session, too")
    void refusedRefresh_goesOnWithALivingSession() {
        Tokens tokens = SignIn.of(client).tokens();
        tableau.control().refuseNextRefreshes(1);

        Tokens next = Tokens.of(client.refresh(tokens.refresh()));

        assertThat(client.whoami(next.access()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("R5: a session that was ended at Tableau ends the token")
    void endedSession_isInvalidToken() {
        Tokens tokens = SignIn.of(client).tokens();
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);

        tableau.control().endSessionsOf(JO_SALES.luid());

        Answer answer = client.whoami(tokens.access());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_token");
        assertThat(answer.challenge()).contains("error=\"invalid_token\"").contains("resource_metadata=");
        Tokens next = Tokens.of(client.refresh(tokens.refresh()));
        assertThat(client.whoami(next.access()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("The application's own calls: an outage is 502 or 504, and no reason to sign in again")
    void applicationInTrouble_isNot401() {
        Tokens tokens = SignIn.of(client).tokens();
        tableau.control().at("/api/*/sites/*/workbooks").unavailable();

        Answer answer = Http.call(sample.at("/api/workbooks"), tokens.access());

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.error()).isEqualTo("tableau_unreachable");
    }
}
