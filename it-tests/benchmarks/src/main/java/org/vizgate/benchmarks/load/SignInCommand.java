package org.vizgate.benchmarks.load;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;
import org.vizgate.benchmarks.command.Samples;
import org.vizgate.standin.TableauStandIn;

/** Whole sign-ins: consent page, Tableau, callback, token. With a recording, where the time goes. */
public final class SignInCommand implements Command {
    private static final int PEOPLE = 4;

    @Override
    public String name() {
        return "signin";
    }

    @Override
    public String usage() {
        return "signin [--rounds 5] [--seconds 5] [--warmup 10] [--jfr FILE]: whole sign-ins a second; 1 minute";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(arguments, Map.of("rounds", "5", "seconds", "5", "warmup", "10", "jfr", ""));
        boolean isRecorded = !options.text("jfr").isEmpty();
        List<String> recording = isRecorded
                ? List.of("-XX:StartFlightRecording=settings=profile,filename=" + options.text("jfr"))
                : List.of();
        Instant since;
        try (TableauStandIn tableau = TableauStandIn.builder().start()) {
            Guard guard = Guard.before(tableau.address());
            try (Served gate = Served.start(ServerKind.JETTY, guard.settings(), recording)) {
                since = measure(new SignIn(gate.address()), options);
            }
        }
        if (isRecorded) {
            TopFrames.print(Path.of(options.text("jfr")), since);
        }
    }

    /** @return when all was warm */
    private static Instant measure(SignIn signIn, Options options) throws Exception {
        double[] perSecond = new double[options.number("rounds")];
        during(signIn, options.number("warmup"));
        Instant warm = Instant.now();
        for (int round = 0; round < perSecond.length; round++) {
            perSecond[round] = during(signIn, options.number("seconds"));
        }
        Machine.print(ServerKind.JETTY.version() + "; " + PEOPLE
                + " people at once, Tableau stand-in and people in another" + " process on the same machine");
        System.out.println("Whole sign-ins a second: " + Samples.of(perSecond).text("%.0f"));
        return warm;
    }

    private static double during(SignIn signIn, int seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Callable<Integer> person = () -> signInUntil(end, signIn);
                all.add(people.submit(person));
            }
            int done = 0;
            for (Future<Integer> each : all) {
                done += each.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } finally {
            people.shutdownNow();
        }
    }

    private static int signInUntil(long end, SignIn signIn) throws Exception {
        int done = 0;
        while (System.nanoTime() < end) {
            String answer = signIn.tokens();
            if (!answer.contains("\"refresh_token\"")) {
                throw new IllegalStateException(String.format(Locale.ROOT, "no tokens but %s", answer));
            }
            done++;
        }
        return done;
    }
}
