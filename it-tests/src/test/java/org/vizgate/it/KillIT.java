package org.vizgate.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process is killed (SIGKILL) at random moments while ten clients at once sign in or refresh, started again, and the
 * clients go on. {@code it.kill.rounds} says how often; 20 makes 200 flows and 200 refreshes. Grants are in PostgreSQL, or
 * with {@code it.kill.store=h2} in an H2 file.
 */
@ExtendWith(ShowOutput.class)
class KillIT {
    private static final int ROUNDS = Integer.getInteger("it.kill.rounds", 1);
    private static final int AT_ONCE = 10;
    private static final boolean IN_H2 =
            System.getProperty("it.kill.store", "postgres").equals("h2");
    private static final String TABLEAU_TOKENS_LOST = "did not renew a session that still lives";

    private final Random random = new Random(Long.getLong("it.kill.seed", System.nanoTime()));
    private final Keys keys = Keys.create();

    @Test
    @DisplayName("A62: of refreshes that a kill cut off, none is lost and none has two successors")
    void killedDuringRefreshes() throws IOException {
        int done = 0;
        int lost = 0;
        int withoutTableau = 0;
        try (TableauStandIn tableau = TableauStandIn.builder().start();
                Store store = IN_H2 ? h2() : postgres()) {
            Sample gate = gate(tableau, store, 0);
            try {
                OAuthClient client = OAuthClient.register(gate);
                for (int round = 0; round < ROUNDS; round++) {
                    List<Family> families = IntStream.range(0, AT_ONCE)
                            .mapToObj(i -> Family.begin(client))
                            .toList();
                    try (Crowd crowd = new Crowd(families, Family::refresh)) {
                        Eventually.pause(Duration.ofMillis(50 + random.nextInt(400)));
                        gate.kill();
                        CompletableFuture<Void> ending = CompletableFuture.runAsync(crowd::stop);
                        gate = gate(tableau, store, gate.port());
                        ending.join();
                    }
                    withoutTableau += count(gate.output(), TABLEAU_TOKENS_LOST);
                    families.stream().filter(family -> !family.isLost()).forEach(Family::assertOneSuccessor);
                    if (families.stream().anyMatch(Family::isLost)) {
                        gate.output()
                                .lines()
                                .filter(line -> line.contains("refused"))
                                .forEach(System.out::println);
                    }
                    done += AT_ONCE;
                    lost += (int) families.stream().filter(Family::isLost).count();
                }
            } finally {
                gate.close();
            }
        }
        System.out.printf(
                "kill -9 during %d refreshes: %d families lost; %d went on without new Tableau tokens%n",
                done, lost, withoutTableau);
        assertThat(lost).isZero();
    }

    @Test
    @DisplayName("A62 A78: of sign-ins that a kill cut off, each can be ended or begun again, and no code works twice")
    void killedDuringSignIns() throws Exception {
        int begunAgain = 0;
        try (TableauStandIn tableau = TableauStandIn.builder().start();
                Store store = IN_H2 ? h2() : postgres()) {
            Sample gate = gate(tableau, store, 0);
            try {
                OAuthClient client = OAuthClient.register(gate);
                for (int round = 0; round < ROUNDS; round++) {
                    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
                    List<CompletableFuture<Flow>> flows = new ArrayList<>();
                    for (int i = 0; i < AT_ONCE; i++) {
                        flows.add(CompletableFuture.supplyAsync(() -> Flow.walk(client), threads));
                    }
                    Eventually.pause(Duration.ofMillis(random.nextInt(300)));
                    gate.kill();
                    gate = gate(tableau, store, gate.port());
                    for (CompletableFuture<Flow> one : flows) {
                        Flow flow = one.join();
                        begunAgain += flow.begunAgain();
                        flow.assertGoodOnce();
                    }
                    threads.shutdownNow();
                }
            } finally {
                gate.close();
            }
        }
        System.out.printf(
                "kill -9 during %d sign-ins: all ended well, %d after a second beginning%n",
                ROUNDS * AT_ONCE, begunAgain);
    }

    private Sample gate(TableauStandIn tableau, Store store, int port) {
        Sample.Builder gate = Sample.builder()
                .tableau(tableau)
                .key(keys.file())
                .port(port)
                .set("OAUTH_REFRESH_GRACE_MS", 300_000)
                .set("TABLEAU_REQUEST_TIMEOUT_MS", 2_000);
        store.use().accept(gate);
        return gate.start();
    }

    /** What outlives the gate. */
    private record Store(Consumer<Sample.Builder> use, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    private static Store postgres() {
        Postgres server = Postgres.start();
        return new Store(server::keepGrantsOf, server::close);
    }

    private static Store h2() throws IOException {
        Path folder =
                Files.createTempDirectory(Path.of(System.getProperty("it.work")).toAbsolutePath(), "killed");
        return new Store(
                gate -> gate.library(Jars.of(org.h2.Driver.class))
                        .library(Jars.of(HikariDataSource.class))
                        .set("OAUTH_STORE", "jdbc")
                        .set("OAUTH_STORE_JDBC_URL", "jdbc:h2:file:" + folder.resolve("grants")),
                () -> {});
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /** A sign-in by a patient client and a patient user. */
    private record Flow(OAuthClient client, SignIn signIn, String code, Tokens tokens, int begunAgain) {
        static Flow walk(OAuthClient client) {
            for (int again = 0; again < 10; again++) {
                SignIn signIn = SignIn.of(client);
                Optional<String> code = code(signIn);
                if (code.isPresent()) {
                    Answer redeemed = Patience.answered(() -> client.redeem(code.get(), signIn.verifier()));
                    if (redeemed.status() == 200) {
                        return new Flow(client, signIn, code.get(), Tokens.of(redeemed), again);
                    }
                    assertThat(redeemed.error()).isEqualTo("invalid_grant");
                }
            }
            throw new AssertionError("ten sign-ins failed");
        }

        // Empty: the way ended on a page that asks the user to begin again.
        private static Optional<String> code(SignIn signIn) {
            Answer page = Patience.answered(signIn::authorize);
            Answer toTableau = Patience.answered(() -> signIn.decide(page, "allow"));
            if (toTableau.header("location").isEmpty()) {
                return Optional.empty();
            }
            Answer back = signIn.atTableau(toTableau);
            Answer atClient = Patience.answered(() -> signIn.visitor().get(back.location()));
            return atClient.header("location").isEmpty()
                    ? Optional.empty()
                    : Optional.of(atClient.sent("code")).filter(code -> !code.isEmpty());
        }

        void assertGoodOnce() {
            Family family = Family.of(client, tokens);
            family.refresh();
            assertThat(family.isLost()).isFalse();
            assertThat(Patience.answered(() -> client.redeem(code, signIn.verifier()))
                            .error())
                    .isEqualTo("invalid_grant");
        }
    }
}
