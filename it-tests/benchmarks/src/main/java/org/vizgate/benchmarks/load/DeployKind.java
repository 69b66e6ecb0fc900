package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a web application consists of whose start is measured; the first is what the others are compared with. */
enum DeployKind {
    EMPTY("an empty filter", Declared.FILTER, false),
    /** What is left for the container to do with jars of which nothing runs. */
    JARS("the same, and the jars of the gate", Declared.FILTER, true),
    GATE("the gate", "", true),
    ORDERED("the gate, and no annotations sought in other jars", Declared.ORDER, true);

    private final String contents;
    private final String declarations;
    private final boolean hasJars;

    DeployKind(String contents, String declarations, boolean hasJars) {
        this.contents = contents;
        this.declarations = declarations;
        this.hasJars = hasJars;
    }

    /** In words. */
    String contents() {
        return contents;
    }

    boolean hasGate() {
        return this == GATE || this == ORDERED;
    }

    /** A directory with the application. */
    Path written() throws IOException {
        Path root = Files.createTempDirectory("vizgate-deploy");
        Path inside = Files.createDirectories(root.resolve("WEB-INF"));
        Files.writeString(
                inside.resolve("web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n" + declarations
                        + "</web-app>\n");
        copy(EmptyFilter.class, inside.resolve("classes"));
        Path libraries = Files.createDirectories(inside.resolve("lib"));
        for (Path jar : hasJars ? GateJars.all() : List.<Path>of()) {
            Files.copy(jar, libraries.resolve(jar.getFileName().toString()));
        }
        return root;
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

    private static final class Declared {
        static final String FILTER = """
                <filter><filter-name>empty</filter-name><filter-class>%s</filter-class></filter>
                <filter-mapping><filter-name>empty</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                """.formatted(EmptyFilter.class.getName());
        static final String ORDER = "<absolute-ordering><name>vizgate</name></absolute-ordering>\n";
    }
}
