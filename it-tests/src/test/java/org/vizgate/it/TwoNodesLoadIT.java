package org.vizgate.it;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that refresh without a pause on two nodes, each refresh twice at the same moment. {@code it.load.clients} and
 * {@code it.load.seconds} say how many and how long.
 */
@ExtendWith(ShowOutput.class)
class TwoNodesLoadIT {
    private static final int CLIENTS = Integer.getInteger("it.load.clients", 8);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("it.load.seconds", 5));

    @Test
    @DisplayName("A80: parallel duplicates on two nodes get one successor, and no family is lost")
    void duplicatesOnTwoNodes_loseNoFamily() {
        Keys keys = Keys.create();
        try (Postgres database = Postgres.start();
                TableauStandIn tableau = TableauStandIn.builder().start();
                Balancer balancer = Balancer.start();
                Sample a = node(keys, balancer, tableau, database);
                Sample b = node(keys, balancer, tableau, database)) {
            balancer.nodes(a.base(), b.base());
            OAuthClient client = OAuthClient.register(balancer.origin());
            List<Family> families = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> Family.begin(client))
                    .toList();
            try (Crowd crowd = new Crowd(families, Family::refreshTwiceAtOnce)) {
                Eventually.pause(TIME);
                crowd.stop();
            }

            int lost = (int) families.stream().filter(Family::isLost).count();
            int refreshes = families.stream().mapToInt(Family::refreshes).sum();
            System.out.printf(
                    "two nodes, %d clients, %d s: %d refreshes asked twice each, %d families lost%n",
                    CLIENTS, TIME.toSeconds(), refreshes, lost);
            assertThat(lost).isZero();
            assertThat(families).allSatisfy(family -> {
                assertThat(family.refreshes()).isPositive();
                assertThat(family.statuses()).isSubsetOf(Set.of(200, 503));
            });
        }
    }

    private static Sample node(Keys keys, Balancer balancer, TableauStandIn tableau, Postgres database) {
        return Sample.builder()
                .behind(balancer)
                .tableau(tableau)
                .key(keys.file())
                .with(database::keepGrantsOf)
                .start();
    }
}
