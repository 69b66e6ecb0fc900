package org.vizgate.benchmarks.jmh;

import java.util.List;
import java.util.Locale;

import org.vizgate.benchmarks.command.Samples;

/**
 * Steps that do the same, in one process, each a few times in turn, again and again. What a shared machine does to one of them it
 * does to its neighbours in that round, and a ratio is formed within a round. JMH measures one after the other, minutes apart.
 *
 * @param calls of each in a round
 * @param all the first is the one that the others are compared with
 */
record Turns(String title, int calls, List<Turn> all) {
    /** @param warmup how often each is called before */
    void race(int rounds, int warmup) throws Exception {
        measured(Math.max(1, warmup / calls));
        double[][] micros = measured(rounds);
        System.out.println("\n| " + title + " | µs | " + all.get(0).name()
                + " takes, of this | at most | |\n|---|--:|--:|--:|---|");
        for (int i = 0; i < micros.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s |%n",
                    all.get(i).name(),
                    Samples.of(micros[i]).quarters("%.1f"),
                    all.get(i).verdict(Samples.ratios(micros[0], micros[i])));
        }
    }

    private double[][] measured(int rounds) throws Exception {
        double[][] micros = new double[all.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < micros.length; i++) {
                // There and back, so that nobody always comes after the same one.
                int turn = round % 2 == 0 ? i : micros.length - 1 - i;
                micros[turn][round] = all.get(turn).take(calls);
            }
        }
        return micros;
    }
}
