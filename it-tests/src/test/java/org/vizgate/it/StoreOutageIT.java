package org.vizgate.it;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The database is stopped and started again while clients refresh. {@code it.outage.rounds} says how often. */
@ExtendWith(ShowOutput.class)
class StoreOutageIT {
    private static final int ROUNDS = Integer.getInteger("it.outage.rounds", 1);
    private static final int CLIENTS = 8;

    @Test
    @DisplayName("A62: without its database the gate says 503 and when to come back; afterwards nothing is lost")
    void databaseStoppedUnderLoad_losesNothing() {
        try (Postgres database = Postgres.start();
                Sample gate = Sample.builder()
                        .set("OAUTH_REFRESH_GRACE_MS", 300_000)
                        .set("OAUTH_STORE_JDBC_TIMEOUT_MS", 1_000)
                        .with(database::keepGrantsOf)
                        .start()) {
            OAuthClient client = OAuthClient.register(gate);
            List<Family> families = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> Family.begin(client))
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                try (Crowd crowd = new Crowd(families, Family::refresh)) {
                    Eventually.pause(Duration.ofSeconds(1));
                    database.stop();
                    Eventually.holds(() -> families.stream()
                            .allMatch(family -> family.statuses().contains(503)));
                    // Access tokens need no database.
                    assertThat(client.whoami(families.get(0).tokens().access()).status())
                            .isEqualTo(200);
                    database.startAgain();
                    int before = refreshes(families);
                    Eventually.holds(() -> refreshes(families) > before + 2 * CLIENTS);
                    crowd.stop();
                }
            }

            assertThat(families).allSatisfy(family -> {
                assertThat(family.isLost()).isFalse();
                assertThat(family.statuses()).isSubsetOf(Set.of(200, 503));
                family.assertOneSuccessor();
            });
            System.out.printf(
                    "PostgreSQL stopped and started %d times under load: %d refreshes, 0 of %d families lost%n",
                    ROUNDS, refreshes(families), CLIENTS);
        }
    }

    private static int refreshes(List<Family> families) {
        return families.stream().mapToInt(Family::refreshes).sum();
    }
}
