package org.vizgate.it;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** How often Tableau is asked about a session. */
@ExtendWith(ShowOutput.class)
class SessionCheckIT {
    private static final String CURRENT = "/api/*/sessions/current";
    private static final int INTERVAL_MS = 1_000;

    private static TableauStandIn tableau;
    private static Sample usual;
    private static Sample eager;

    @BeforeAll
    static void start() {
        tableau = TableauStandIn.builder().start();
        usual = Sample.builder().tableau(tableau).start();
        eager = Sample.builder()
                .tableau(tableau)
                .set("OAUTH_SESSION_CHECK_INTERVAL_MS", INTERVAL_MS)
                .start();
    }

    @AfterAll
    static void stop() {
        usual.close();
        eager.close();
        tableau.close();
    }

    @BeforeEach
    void forget() {
        tableau.control().reset();
    }

    @Test
    @DisplayName("R26: a thousand requests in an interval ask at most once")
    void manyRequests_askAtMostOnce() {
        OAuthClient client = OAuthClient.register(usual);
        Tokens tokens = SignIn.of(client).tokens();
        long before = tableau.control().calls(CURRENT);

        assertThat(callThousandTimes(client, tokens)).containsOnly(200);

        assertThat(tableau.control().calls(CURRENT) - before).isLessThanOrEqualTo(1);
        assertThat(tableau.control().calls("/**")).isLessThan(10);
    }

    @Test
    @DisplayName("R26: and once in each interval, by one of all the callers")
    void intervalsGoBy_oneCallerAsks() throws InterruptedException {
        OAuthClient client = OAuthClient.register(eager);
        Tokens tokens = SignIn.of(client).tokens();
        Thread.sleep(2 * INTERVAL_MS);
        long before = tableau.control().calls(CURRENT);
        long start = System.nanoTime();

        assertThat(callThousandTimes(client, tokens)).containsOnly(200);

        long intervals = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / INTERVAL_MS + 1;
        assertThat(tableau.control().calls(CURRENT) - before).isBetween(1L, intervals);
    }

    @Test
    @DisplayName("R26: what the application learns of a lost session counts at once")
    void sessionThatTheApplicationLost_endsTheToken() {
        OAuthClient client = OAuthClient.register(usual);
        Tokens tokens = SignIn.of(client).tokens();
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
        tableau.control().endAllSessions();

        Answer workbooks = Http.call(usual.at("/api/workbooks"), tokens.access());
        Answer who = client.whoami(tokens.access());

        assertThat(workbooks.status()).isEqualTo(502);
        assertThat(workbooks.error()).isEqualTo("tableau_session_lost");
        assertThat(who.status()).isEqualTo(401);
        assertThat(who.error()).isEqualTo("invalid_token");
    }

    private static List<Integer> callThousandTimes(OAuthClient client, Tokens tokens) {
        return Together.times(10, () -> {
                    int worst = 200;
                    for (int i = 0; i < 100; i++) {
                        worst = Math.max(worst, client.whoami(tokens.access()).status());
                    }
                    return worst;
                })
                .stream()
                .distinct()
                .toList();
    }
}
