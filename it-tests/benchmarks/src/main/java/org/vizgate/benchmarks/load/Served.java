package org.vizgate.benchmarks.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, with or without the gate in front of the same servlets. */
record Served(Child process, URI address) implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseParallelGC");

    /** @param settings of the gate, as system properties; none for no gate */
    static Served start(ServerKind kind, Map<String, String> settings, List<String> moreOptions) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(moreOptions);
        settings.forEach((name, value) -> options.add("-D" + name + "=" + value));
        String gate = settings.isEmpty() ? "plain" : "gate";
        String port = settings.isEmpty()
                ? "0"
                : Integer.toString(URI.create(settings.get("OAUTH_ISSUER")).getPort());
        Child child = Child.start(ServerMain.class, kind.classPath(), options, List.of(kind.name(), gate, port));
        return new Served(child, address(child));
    }

    // The JDK's own profiler speaks first.
    private static URI address(Child child) {
        String line = child.answer();
        while (!line.startsWith("http://")) {
            line = child.answer();
        }
        return URI.create(line);
    }

    @Override
    public void close() {
        process.close();
    }
}
