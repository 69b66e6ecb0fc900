package org.vizgate.it;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.hazelcast.core.HazelcastInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes, each of them a member of a Hazelcast cluster, and one of the two is killed while clients refresh. */
@ExtendWith(ShowOutput.class)
class HazelcastNodeKilledIT {
    private static final int CLIENTS = Integer.getInteger("it.member.clients", 8);

    @Test
    @DisplayName(
            "A62: the other member has everything; what a client was just doing may cost it a sign-in, and is counted")
    void aMemberKilledUnderLoad_takesNothingAlong() {
        Keys keys = Keys.create();
        Hazelcasts cluster = Hazelcasts.describe(2);
        try (TableauStandIn tableau = TableauStandIn.builder().start();
                Balancer balancer = Balancer.start();
                Sample a = node(keys, balancer, tableau, cluster.options().get(0));
                Sample b = node(keys, balancer, tableau, cluster.options().get(1))) {
            balancer.nodes(a.base(), b.base());
            OAuthClient client = OAuthClient.register(balancer.origin());
            List<Family> busy = families(client);
            List<Family> idle = families(client);
            try (Crowd crowd = new Crowd(busy, Family::refresh)) {
                Eventually.pause(Duration.ofSeconds(2));
                a.kill();
                balancer.nodes(b.base());
                int before = refreshes(busy);
                Eventually.holds(() ->
                        refreshes(busy) > before + 2 * CLIENTS || busy.stream().allMatch(Family::isLost));
                crowd.stop();
            }

            idle.forEach(Family::refresh);
            long lost = busy.stream().filter(Family::isLost).count();
            System.out.printf(
                    "a Hazelcast member killed under load: %d of %d busy families lost, %d of %d idle ones%n",
                    lost, CLIENTS, idle.stream().filter(Family::isLost).count(), CLIENTS);
            assertThat(idle).as(b.output()).noneMatch(Family::isLost);
            busy.stream().filter(family -> !family.isLost()).forEach(Family::assertOneSuccessor);
        }
    }

    private static List<Family> families(OAuthClient client) {
        return IntStream.range(0, CLIENTS).mapToObj(i -> Family.begin(client)).toList();
    }

    private static int refreshes(List<Family> families) {
        return families.stream().mapToInt(Family::refreshes).sum();
    }

    private static Sample node(Keys keys, Balancer balancer, TableauStandIn tableau, Map<String, String> options) {
        Sample.Builder node = Sample.builder()
                .behind(balancer)
                .tableau(tableau)
                .key(keys.file())
                .library(Jars.of(HazelcastInstance.class))
                .library(Jars.of(javax.cache.Cache.class))
                .set("OAUTH_REFRESH_GRACE_MS", 300_000)
                .set("OAUTH_STORE", "jcache");
        options.forEach((name, value) -> node.set("OAUTH_STORE_JCACHE_" + name, value));
        return node.start();
    }
}
