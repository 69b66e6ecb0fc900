package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.command.Machine;
import org.vizgate.benchmarks.command.Options;
import org.vizgate.benchmarks.command.Samples;

/** How long a web application with the gate takes to start, beside one with an empty filter; each in a fresh process. */
public final class DeployCommand implements Command {
    private static final String FILTER = """
            <filter><filter-name>empty</filter-name><filter-class>%s</filter-class></filter>
            <filter-mapping><filter-name>empty</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """.formatted(EmptyFilter.class.getName());

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public String usage() {
        return "deploy [--rounds 15]: how long a WAR takes to start with the gate and without; 1 minute";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.read(arguments, Map.of("rounds", "15"));
        Guard guard = Guard.before(URI.create("http://127.0.0.1:9"));
        List<Path> jars = GateJars.all();
        String classPath = serverClassPath();
        Path plain = application("plain", FILTER, List.of());
        Path guarded = application("guarded", "", jars);
        double[] without = new double[options.number("rounds")];
        double[] with = new double[without.length];
        double[] added = new double[without.length];
        for (int round = 0; round < without.length; round++) {
            boolean isPlainFirst = round % 2 == 0;
            without[round] = isPlainFirst ? millis(plain, Map.of(), classPath) : 0;
            with[round] = millis(guarded, guard.settings(), classPath);
            without[round] = isPlainFirst ? without[round] : millis(plain, Map.of(), classPath);
            added[round] = with[round] - without[round];
        }
        Machine.print(ServerKind.JETTY.version() + "; a fresh process for each start");
        System.out.println("| start with an empty filter, ms | start with the gate, ms | added, ms |\n|---|---|---|");
        System.out.printf(
                "| %s | %s | %s |%n",
                Samples.of(without).text("%.0f"),
                Samples.of(with).text("%.0f"),
                Samples.of(added).text("%.0f"));
        printSizes(jars);
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

    private static double millis(Path application, Map<String, String> settings, String classPath) {
        List<String> options = settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
        try (Child child = Child.start(DeployMain.class, classPath, options, List.of(application.toString()))) {
            return Long.parseLong(child.answer()) / 1e6;
        }
    }

    private static Path application(String name, String filter, List<Path> jars) throws IOException {
        Path root = Files.createTempDirectory("vizgate-" + name);
        Path inside = Files.createDirectories(root.resolve("WEB-INF"));
        Files.writeString(
                inside.resolve("web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n" + filter + "</web-app>\n");
        copy(EmptyFilter.class, inside.resolve("classes"));
        Path libraries = Files.createDirectories(inside.resolve("lib"));
        for (Path jar : jars) {
            Files.copy(jar, libraries.resolve(jar.getFileName().toString()));
        }
        return root;
    }

    /** The server; nothing of the gate, which comes with the application. */
    private static String serverClassPath() {
        Set<String> gate =
                GateJars.all().stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
        // The server logs with SLF4J itself.
        return ClassPath.of(jar -> jar.startsWith("slf4j-") || (!gate.contains(jar) && !jar.startsWith("tomcat-")));
    }

    private static void copy(Class<?> type, Path classes) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = classes.resolve(name);
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("no " + name);
            }
            Files.copy(bytes, target);
        }
    }
}
