package org.vizgate.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;
import org.vizgate.standin.TableauStandIn;

/** What a remembered token and a finished sign-in leave in the heap. */
public final class MemoryCommand implements Command {
    private static final int OK = 200;
    private static final int FIRST = 100;
    private static final int MAX_TOKENS = 5_000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String usage() {
        return "memory [--tokens 4000] [--signins 2000]: heap for each remembered token and each stored grant; 2 minutes";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(arguments, Map.of("tokens", "4000", "signins", "2000"));
        if (options.number("tokens") > MAX_TOKENS) {
            throw new IllegalArgumentException("A gate remembers twice " + MAX_TOKENS + " tokens at most.");
        }
        try (TableauStandIn tableau = TableauStandIn.builder().start()) {
            Guard guard = Guard.before(tableau.address());
            try (Served gate = Served.start(ServerKind.JETTY, guard.settings(), List.of())) {
                double token = perToken(guard, gate, options.number("tokens"));
                double grant = perSignIn(gate, options.number("signins"));
                Machine.print(ServerKind.JETTY.version() + "; heap after full collections");
                System.out.println("| what | number | bytes each |\n|---|---|---|");
                System.out.printf(
                        Locale.ROOT,
                        "| remembered token, all that is kept of it | %,d | %,.0f |%n"
                                + "| finished sign-in: refresh grant, spent code, used state | %,d | %,.0f |%n",
                        options.number("tokens"),
                        token,
                        options.number("signins"),
                        grant);
            }
        }
    }

    // As many before as are measured: what buffers and tables grow to, they grow to then.
    private static double perToken(Guard guard, Served gate, int number) throws Exception {
        show(gate, guard.tokens(number));
        List<String> tokens = guard.tokens(number);
        long before = heap(gate);
        show(gate, tokens);
        return (double) (heap(gate) - before) / number;
    }

    private static double perSignIn(Served gate, int number) throws Exception {
        SignIn signIn = new SignIn(gate.address());
        signIn(signIn, FIRST);
        long before = heap(gate);
        signIn(signIn, number);
        return (double) (heap(gate) - before) / number;
    }

    private static void signIn(SignIn signIn, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            SignIn.member("refresh_token", signIn.tokens());
        }
    }

    /** Each once. */
    private static void show(Served gate, List<String> tokens) throws Exception {
        try (Sending sending = new Sending(Load.full(gate.address(), AppServlet.PATH, tokens, OK))) {
            sending.each();
        }
    }

    private static long heap(Served gate) {
        return Long.parseLong(gate.process().ask("heap"));
    }
}
