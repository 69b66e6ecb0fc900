package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** What a thief of the database holds in hands after sign-ins, refreshes and a revocation: nothing that opens anything. */
@ExtendWith(ShowOutput.class)
class AtRestIT {
    private static final Pattern TABLEAU_TOKEN = Pattern.compile("\"(?:access|refresh)_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    @Test
    @DisplayName("A62: rows and files of the database hold no token, no code, no Tableau credential, no key")
    void aDumpOfTheStore_holdsNoSecret() {
        Keys keys = Keys.create();
        try (Postgres database = Postgres.start();
                TableauStandIn standIn = TableauStandIn.builder().start();
                Balancer tableau = Balancer.watched(this::remember)) {
            tableau.nodes(standIn.address());
            standIn.control().originHost(tableau.origin().getAuthority());
            try (Sample gate = Sample.builder()
                    .set("SERVER", tableau.origin())
                    .key(keys.file())
                    .with(database::keepGrantsOf)
                    .start()) {
                actUpon(OAuthClient.register(gate));
            }
            String rows = database.dump("vizgate_grants");
            assertThat(rows.lines().map(row -> row.substring(0, row.indexOf('|'))))
                    .contains("STATE", "CODE", "REFRESH", "REVOCATION");
            assertThat(secrets).hasSizeGreaterThan(20);
            assertNoSecretIn(rows);
            database.stop();
            database.files().forEach(file -> assertNoSecretIn(text(file)));
        }
    }

    private void actUpon(OAuthClient client) {
        for (int i = 0; i < 3; i++) {
            SignIn signIn = SignIn.of(client);
            String code = signIn.code();
            secrets.add(secretOf(code));
            secrets.add(signIn.verifier());
            Tokens first = remember(Tokens.of(client.redeem(code, signIn.verifier())));
            remember(Tokens.of(client.refresh(first.refresh())));
            SignIn.of(client).code();
        }
        Tokens last = remember(SignIn.of(client).tokens());
        assertThat(client.revoke(last.refresh()).status()).isEqualTo(200);
    }

    private Tokens remember(Tokens tokens) {
        secrets.add(tokens.access());
        secrets.addAll(Arrays.asList(tokens.refresh().split("\\.", -1)).subList(2, 4));
        return tokens;
    }

    private void remember(Answer ofTableau) {
        TABLEAU_TOKEN.matcher(ofTableau.body()).results().forEach(token -> secrets.add(token.group(1)));
    }

    private static String secretOf(String code) {
        return code.substring(code.indexOf('.') + 1);
    }

    private void assertNoSecretIn(String text) {
        List<String> found = new ArrayList<>(secrets);
        found.removeIf(secret -> !text.contains(secret));
        assertThat(found).as("secrets in the database").isEmpty();
        assertThat(text).doesNotContain("PRIVATE KEY");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
