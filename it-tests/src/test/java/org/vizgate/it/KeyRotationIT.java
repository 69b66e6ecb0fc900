package org.vizgate.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** The key is changed on two nodes, one restarted after the other, as the README says. */
@ExtendWith(ShowOutput.class)
class KeyRotationIT {
    private final Keys old = Keys.create();
    private final Keys fresh = Keys.create();
    private final String sealing = Base64.getEncoder().encodeToString(Jwe.random(32));

    @Test
    @DisplayName("A62 R24: add, then promote: not one token is refused on the way, wherever it is shown")
    void addThenPromote_refusesNothing() throws IOException {
        try (Postgres database = Postgres.start();
                TableauStandIn tableau = TableauStandIn.builder().start();
                Balancer balancer = Balancer.start()) {
            Path ring = Files.copy(
                    old.file(),
                    old.file().resolveSibling("ring-of-" + old.file().getFileName()));
            List<Sample> nodes = new ArrayList<>();
            try {
                for (int i = 0; i < 2; i++) {
                    nodes.add(node(ring, balancer, tableau, database).start());
                }
                balancer.nodes(bases(nodes));
                OAuthClient client = OAuthClient.register(balancer.origin());
                List<Tokens> issued = new ArrayList<>(List.of(SignIn.of(client).tokens()));

                for (List<Keys> keys : List.of(List.of(old, fresh), List.of(fresh, old))) {
                    Files.writeString(ring, text(keys), US_ASCII);
                    for (int i = 0; i < 2; i++) {
                        balancer.nodes(nodes.get(1 - i).base());
                        issued.add(refreshed(client, issued));
                        Sample.Builder again = node(ring, balancer, tableau, database)
                                .port(nodes.get(i).port());
                        nodes.get(i).stop();
                        nodes.set(i, again.start());
                        balancer.nodes(nodes.get(i).base());
                        issued.add(refreshed(client, issued));
                        balancer.nodes(bases(nodes));
                        assertAllGood(client, issued);
                    }
                }

                assertThat(header(issued.get(issued.size() - 1))).isNotEqualTo(header(issued.get(0)));
                assertThat(SignIn.of(client).tokens().access()).isNotEmpty();
            } finally {
                nodes.forEach(Sample::close);
            }
        }
    }

    private Sample.Builder node(Path ring, Balancer balancer, TableauStandIn tableau, Postgres database) {
        return Sample.builder()
                .behind(balancer)
                .tableau(tableau)
                .key(ring)
                .set("OAUTH_SEALING_KEY", sealing)
                .with(database::keepGrantsOf);
    }

    private static URI[] bases(List<Sample> nodes) {
        return nodes.stream().map(Sample::base).toArray(URI[]::new);
    }

    private static String text(List<Keys> keys) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Keys each : keys) {
            text.append(Files.readString(each.file()));
        }
        return text.toString();
    }

    private static Tokens refreshed(OAuthClient client, List<Tokens> issued) {
        return Tokens.of(client.refresh(issued.get(issued.size() - 1).refresh()));
    }

    // Twice each, so that both nodes are asked.
    private static void assertAllGood(OAuthClient client, List<Tokens> issued) {
        for (Tokens each : issued) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.whoami(each.access()).status()).isEqualTo(200);
            }
        }
    }

    private static String header(Tokens tokens) {
        return tokens.access().substring(0, tokens.access().indexOf('.'));
    }
}
