package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;

/**
 * How long a web application with the gate takes to start, beside one with an empty filter, and beside that with the same jars;
 * each in a fresh process, and once more in that process.
 */
public final class DeployCommand implements Command {
    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public String usage() {
        return "deploy [--rounds 15]: how long a WAR takes to start with the gate and without; 2 minutes";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(arguments, Map.of("rounds", "15"));
        Guard guard = Guard.before(URI.create("http://127.0.0.1:9"));
        List<Candidate> candidates = candidates(options.number("rounds"));
        measure(candidates, options.number("rounds"), guard);
        Machine.print(ServerKind.JETTY.version() + "; a fresh process for each first start; in ms");
        System.out.println("| WAR with | first start | CPU | again | CPU |\n|---|--:|--:|--:|--:|");
        candidates.forEach(its -> print(its.kind().contents(), its.starts()));
        Candidate empty = candidates.get(0);
        candidates.stream()
                .skip(1)
                .forEach(its ->
                        print("added by: " + its.kind().contents(), its.starts().beside(empty.starts())));
        printSizes(GateJars.all());
    }

    private static void print(String what, Starts starts) {
        System.out.println("| " + what + " | " + starts.columns() + " |");
    }

    private static List<Candidate> candidates(int rounds) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (DeployKind kind : DeployKind.values()) {
            candidates.add(new Candidate(kind, kind.written(), new Starts(rounds)));
        }
        return candidates;
    }

    private static void measure(List<Candidate> candidates, int rounds, Guard guard) {
        String classPath = serverClassPath();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < candidates.size(); i++) {
                // There and back, so that nobody always comes after the same one.
                Candidate next = candidates.get(round % 2 == 0 ? i : candidates.size() - 1 - i);
                try (Child child = started(next.kind(), next.application(), guard, classPath)) {
                    next.starts().read(round, child);
                }
            }
        }
    }

    private static Child started(DeployKind kind, Path application, Guard guard, String classPath) {
        List<String> settings = guard.settings().entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
        return Child.start(
                DeployMain.class,
                classPath,
                kind.hasGate() ? settings : List.of(),
                List.of(application.toString(), kind.hasGate() ? "gate" : "bare"));
    }

    private static void printSizes(List<Path> jars) throws IOException {
        long ours = 0;
        long all = 0;
        for (Path jar : jars) {
            all += Files.size(jar);
            ours += GateJars.isOurs(jar) ? Files.size(jar) : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%nWEB-INF/lib gains %d jars of %,d kB, our two are %,d kB of it.%n",
                jars.size(),
                all / 1000,
                ours / 1000);
    }

    /** The server; nothing of the gate, which comes with the application. */
    private static String serverClassPath() {
        Set<String> gate =
                GateJars.all().stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
        // The server logs with SLF4J itself.
        return ClassPath.of(jar -> jar.startsWith("slf4j-") || (!gate.contains(jar) && !jar.startsWith("tomcat-")));
    }

    private record Candidate(DeployKind kind, Path application, Starts starts) {}
}
