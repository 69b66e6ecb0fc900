package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;
import org.vizgate.standin.TableauStandIn;

/** What a server with the gate answers in a second, beside the same server without it. */
public final class LoadCommand implements Command {
    private static final int TOKENS = 32;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String usage() {
        return "load [--rounds 7] [--seconds 2] [--warmup 8]: requests a second with and without the gate; 3 minutes";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(arguments, Map.of("rounds", "7", "seconds", "2", "warmup", "8"));
        try (TableauStandIn tableau = TableauStandIn.builder().start();
                Child client = LoadClient.start()) {
            List<Race> races = new ArrayList<>();
            long start = System.nanoTime();
            for (ServerKind kind : ServerKind.values()) {
                races.addAll(measured(kind, tableau, client, options));
            }
            Machine.print(ServerKind.JETTY.version() + ", " + ServerKind.TOMCAT.version() + "; client: own, NIO");
            System.out.println(Race.HEAD);
            races.forEach(race -> System.out.println(race.row()));
            printCalls(tableau, races, (System.nanoTime() - start) / 1e9);
        }
    }

    private static List<Race> measured(ServerKind kind, TableauStandIn tableau, Child client, Options options)
            throws Exception {
        Guard guard = Guard.before(tableau.address());
        try (Served gate = Served.start(kind, guard.settings(), List.of());
                Served plain = Served.start(
                        kind,
                        Map.of(),
                        List.of("-D" + CannedServlet.CHALLENGE_VALUE + "=" + challenge(gate.address())))) {
            List<Race> races = new ArrayList<>();
            List<String> tokens = guard.tokens(TOKENS);
            races.add(new Race(
                    "warm token, " + kind,
                    plain,
                    Load.full(plain.address(), AppServlet.PATH, tokens, OK),
                    gate,
                    Load.full(gate.address(), AppServlet.PATH, tokens, OK)));
            if (kind == ServerKind.JETTY) {
                races.add(metadata("metadata beside 1 kB, JETTY", plain, CannedServlet.DOCUMENT, gate));
                races.add(
                        metadata("metadata beside 1 kB with its headers, JETTY", plain, CannedServlet.DESCRIBED, gate));
                races.add(new Race(
                        "401, JETTY",
                        plain,
                        Load.full(plain.address(), CannedServlet.CHALLENGE, List.of(), UNAUTHORIZED),
                        gate,
                        Load.full(gate.address(), AppServlet.PATH, List.of(), UNAUTHORIZED)));
            }
            races.forEach(race -> race.run(client, options));
            return races;
        }
    }

    private static Race metadata(String name, Served plain, String canned, Served gate) {
        return new Race(
                name,
                plain,
                Load.full(plain.address(), canned, List.of(), OK),
                gate,
                Load.full(gate.address(), METADATA, List.of(), OK));
    }

    private static String challenge(URI gate) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(gate + AppServlet.PATH)).build(), BodyHandlers.discarding());
        return answer.headers().firstValue("WWW-Authenticate").orElseThrow();
    }

    private static void printCalls(TableauStandIn tableau, List<Race> races, double seconds) {
        long warm = races.stream()
                .filter(race -> race.name().startsWith("warm"))
                .mapToLong(Race::guardedAnswers)
                .sum();
        long calls = tableau.control().calls("/api/*/sessions/current");
        System.out.printf(
                Locale.ROOT,
                "%nTableau was asked %d times whether a session lives, for %,d warm requests with %d tokens in %.0f s (check"
                        + " interval 60 s): %.1f for each 1,000,000.%n",
                calls,
                warm,
                2 * TOKENS,
                seconds,
                calls * 1e6 / warm);
    }
}
