package org.vizgate.benchmarks.jmh;

import java.util.List;
import java.util.Map;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;

/** First sights of tokens, and issuing them, beside the cryptography alone and beside other libraries; by turns. */
public final class TurnsCommand implements Command {
    private static final int FAST_CALLS = 100;
    private static final int RSA_CALLS = 4;

    @Override
    public String name() {
        return "turns";
    }

    @Override
    public String usage() {
        return "turns [--rounds 1000] [--warmup 20000]: first sights of tokens, and issuing; 2 minutes";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(arguments, Map.of("rounds", "1000", "warmup", "20000"));
        int rounds = options.number("rounds");
        int warmup = options.number("warmup");
        // Those that are called a thousand times a second at most come last: compilers have then seen what they share.
        issuing().race(rounds, warmup);
        VerifyBenchmark verify = new VerifyBenchmark();
        direct(verify).race(rounds, warmup);
        rsa(verify).race(rounds, warmup / 10);
        Machine.print("by turns, in this process; in brackets the middle half of the rounds");
    }

    // Limits beside the cryptography are for what else there is to do; libraries do the same as the gate.
    private static Turns issuing() {
        IssueBenchmark issue = new IssueBenchmark();
        return new Turns(
                "issuing, rsa",
                FAST_CALLS,
                List.of(new Turn("the gate", issue::rsa, 1), new Turn("its cryptography alone", issue::floor, 1.6)));
    }

    private static Turns direct(VerifyBenchmark verify) {
        return new Turns(
                "first sight, direct",
                FAST_CALLS,
                List.of(
                        new Turn("the gate", verify::direct, 1),
                        new Turn("Nimbus", verify::directNimbus, 1.1),
                        new Turn("jjwt", verify::directJjwt, 1.1),
                        new Turn("smallrye-jwt", verify::directSmallrye, 1.1)));
    }

    private static Turns rsa(VerifyBenchmark verify) {
        return new Turns(
                "first sight, rsa",
                RSA_CALLS,
                List.of(
                        new Turn("the gate", verify::rsa, 1),
                        new Turn("its cryptography alone", verify::floor, 1.1),
                        new Turn("Nimbus", verify::rsaNimbus, 1),
                        new Turn("jjwt", verify::rsaJjwt, 1),
                        new Turn("smallrye-jwt", verify::rsaSmallrye, 1)));
    }
}
