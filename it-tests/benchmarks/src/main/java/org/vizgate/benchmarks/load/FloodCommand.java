package org.vizgate.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;
import org.vizgate.benchmarks.command.Samples;
import org.vizgate.standin.TableauStandIn;

/** How long good callers wait while somebody sends forged tokens, each with the name of the right key. */
public final class FloodCommand implements Command {
    private static final String ATTACKER = "127.0.0.2";
    private static final String GOOD = "127.0.0.1";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int WARM_TOKENS = 32;
    private static final int FORGED_TOKENS = 500;
    private static final int WARM_RATE = 200;
    private static final int WARM_UP = 15;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String usage() {
        return "flood [--rounds 5] [--seconds 5] [--rate 500] [--first 5] [--limit 60/min]: how long callers wait while forged"
                + " tokens come; 2 minutes";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(
                arguments, Map.of("rounds", "5", "seconds", "5", "rate", "500", "first", "5", "limit", "60/min"));
        try (TableauStandIn tableau = TableauStandIn.builder().start();
                Child warm = LoadClient.start();
                Child first = LoadClient.start();
                Child attacker = LoadClient.start()) {
            Guard guard = Guard.before(tableau.address()).with("OAUTH_RATE_LIMIT", options.text("limit"));
            try (Served gate = Served.start(ServerKind.JETTY, guard.settings(), List.of())) {
                measure(new Scene(guard, gate, warm, first, attacker, options));
            }
        }
    }

    private static void measure(Scene scene) throws Exception {
        List<Scene.Round> quiet = new ArrayList<>();
        List<Scene.Round> flooded = new ArrayList<>();
        scene.play(WARM_UP, true);
        for (int round = 0; round < scene.options().number("rounds"); round++) {
            quiet.add(scene.play(scene.options().number("seconds"), false));
            flooded.add(scene.play(scene.options().number("seconds"), true));
        }
        Machine.print(ServerKind.JETTY.version() + "; " + scene.options().text("rate") + " forged tokens/s, "
                + WARM_RATE + " warm requests/s and " + scene.options().text("first") + " first sights/s");
        System.out.println("| callers | quiet p50 ms | flood p50 ms | quiet p99 ms | flood p99 ms | ratio of p99 |");
        System.out.println("|---|---|---|---|---|---|");
        print(
                "warm",
                quiet.stream().map(Scene.Round::warm).toList(),
                flooded.stream().map(Scene.Round::warm).toList());
        print(
                "first sight",
                quiet.stream().map(Scene.Round::first).toList(),
                flooded.stream().map(Scene.Round::first).toList());
        System.out.printf(
                "%nOf the forged tokens %d were looked into and refused (401), %d were told to wait (429).%n",
                flooded.stream().mapToLong(round -> round.forged().answers()).sum(),
                flooded.stream().mapToLong(round -> round.forged().others()).sum());
    }

    private static void print(String name, List<Measured> quiet, List<Measured> flooded) {
        double[] ratios = new double[quiet.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) flooded.get(i).p99() / quiet.get(i).p99();
        }
        long lost = quiet.stream().mapToLong(Measured::others).sum()
                + flooded.stream().mapToLong(Measured::others).sum();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |%s%n",
                name,
                millis(quiet, 50),
                millis(flooded, 50),
                millis(quiet, 99),
                millis(flooded, 99),
                Samples.of(ratios).text("%.2f"),
                lost == 0 ? "" : " " + lost + " REFUSED");
    }

    private static String millis(List<Measured> rounds, int percentile) {
        return Samples.of(rounds.stream()
                        .mapToDouble(round -> (percentile == 50 ? round.p50() : round.p99()) / 1e6)
                        .toArray())
                .text("%.2f");
    }

    private record Scene(
            Guard guard,
            Served gate,
            Child warmClient,
            Child firstClient,
            Child attacker,
            Options options,
            List<String> known) {
        Scene(Guard guard, Served gate, Child warm, Child first, Child attacker, Options options) throws Exception {
            this(guard, gate, warm, first, attacker, options, guard.tokens(WARM_TOKENS));
        }

        record Round(Measured warm, Measured first, Measured forged) {}

        Round play(int seconds, boolean isFlooded) throws Exception {
            int firstRate = options.number("first");
            Load warm = Load.steady(gate.address(), AppServlet.PATH, known, GOOD, WARM_RATE, OK);
            // One more each second than is sent: none comes a second time.
            Load first = Load.steady(
                    gate.address(), AppServlet.PATH, guard.tokens((firstRate + 1) * seconds), GOOD, firstRate, OK);
            Load forged = Load.steady(
                    gate.address(), AppServlet.PATH, forged(), ATTACKER, options.number("rate"), UNAUTHORIZED);
            CompletableFuture<Measured> flood = isFlooded
                    ? CompletableFuture.supplyAsync(() -> LoadClient.send(attacker, forged, seconds))
                    : CompletableFuture.completedFuture(new Measured(0, 0, 1, 0, 0));
            CompletableFuture<Measured> firsts =
                    CompletableFuture.supplyAsync(() -> LoadClient.send(firstClient, first, seconds));
            Measured warmed = LoadClient.send(warmClient, warm, seconds);
            return new Round(warmed, firsts.get(), flood.get());
        }

        private List<String> forged() {
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < FORGED_TOKENS; i++) {
                tokens.add(Guard.forged(known.get(i % known.size()), i));
            }
            return tokens;
        }
    }
}
