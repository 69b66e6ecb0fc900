package org.vizgate.benchmarks.load;

import java.time.Duration;
import java.util.Locale;

import org.vizgate.benchmarks.command.Options;
import org.vizgate.benchmarks.command.Samples;

/** The same load on two servers, by turns. */
final class Race {
    static final String HEAD =
            "| what | requests/s plain | requests/s with the gate | ratio | CPU µs/request plain | with the gate"
                    + " | difference |\n|---|---|---|---|---|---|---|";

    private final String name;
    private final Runner plain;
    private final Runner guarded;
    private double[] ratios = {};
    private double[] differences = {};

    Race(String name, Served plain, Load onPlain, Served guarded, Load onGuarded) {
        this.name = name;
        this.plain = new Runner(plain, onPlain);
        this.guarded = new Runner(guarded, onGuarded);
    }

    String name() {
        return name;
    }

    void run(Child client, Options options) {
        int rounds = options.number("rounds");
        int seconds = options.number("seconds");
        plain.warmUp(client, options.number("warmup"), rounds);
        guarded.warmUp(client, options.number("warmup"), rounds);
        ratios = new double[rounds];
        differences = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean isPlainFirst = round % 2 == 0;
            (isPlainFirst ? plain : guarded).measure(client, seconds, round);
            (isPlainFirst ? guarded : plain).measure(client, seconds, round);
            ratios[round] = guarded.perSecond[round] / plain.perSecond[round];
            differences[round] = guarded.micros[round] - plain.micros[round];
        }
        System.err.println(row());
    }

    long guardedAnswers() {
        return guarded.answers;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |",
                name,
                Samples.of(plain.perSecond).text("%,.0f"),
                Samples.of(guarded.perSecond).text("%,.0f"),
                Samples.of(ratios).text("%.3f"),
                Samples.of(plain.micros).text("%.1f"),
                Samples.of(guarded.micros).text("%.1f"),
                Samples.of(differences).text("%.1f"));
    }

    private static final class Runner {
        private final Served server;
        private final Load load;
        private double[] perSecond = {};
        private double[] micros = {};
        private long answers;

        Runner(Served server, Load load) {
            this.server = server;
            this.load = load;
        }

        void warmUp(Child client, int seconds, int rounds) {
            perSecond = new double[rounds];
            micros = new double[rounds];
            send(client, seconds);
        }

        void measure(Child client, int seconds, int round) {
            Duration before = server.process().cpu();
            Measured measured = send(client, seconds);
            Duration used = server.process().cpu().minus(before);
            perSecond[round] = measured.perSecond();
            micros[round] = used.toNanos() / 1e3 / measured.answers();
        }

        private Measured send(Child client, int seconds) {
            Measured measured = LoadClient.send(client, load, seconds);
            if (measured.others() > 0 || measured.answers() == 0) {
                throw new IllegalStateException(measured.others() + " answers are not " + load.status());
            }
            answers += measured.answers();
            return measured;
        }
    }
}
