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
        System.out.println("\n| " + title + " | µs | " + all.get(0).name() + " takes, of this |\n|---|--:|--:|");
        for (int i = 0; i < micros.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s |%n",
                    all.get(i).name(),
                    Samples.of(micros[i]).quarters("%.1f"),
                    Samples.ratios(micros[0], micros[i]).quarters("%.3f"));
        }
    }

    private double[][] measured(int rounds) throws Exception {
        double[][] micros = new double[all.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < micros.length; i++) {
                // Not always the same neighbour.
                int turn = (i + round) % micros.length;
                micros[turn][round] = all.get(turn).take(calls);
            }
        }
        return micros;
    }
}
