package org.vizgate.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.vizgate.jose.TestKeys;
import org.vizgate.testapp.ReportServlet;

/** A web application with the gate's jars in it, as a WAR would bring them: seen by its own class loader only. */
final class TestApp {
    static final String ISSUER = "https://gate.example";
    static final URI TABLEAU = URI.create("https://tableau.example");

    private static final String LIBRARIES = Arrays.stream(
                    System.getProperty("java.class.path").split(Pattern.quote(System.getProperty("path.separator"))))
            .filter(entry -> !entry.contains("test-classes")
                    && !entry.matches(".*/(jetty|junit|archunit|assertj|slf4j|jakarta\\.servlet)[^/]*\\.jar"))
            .collect(Collectors.joining(","));

    private final String path;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> webXml = new ArrayList<>();
    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, Class<?>> services = new LinkedHashMap<>();

    private boolean hasBeans;

    private TestApp(String path) {
        this.path = path;
    }

    /** An application without settings. */
    static TestApp bare(String path) {
        return new TestApp(path);
    }

    /** A protected application that reports at every path. */
    static TestApp ordinary(String path) {
        return guarded(path).servlet(ReportServlet.class, "/");
    }

    /** A protected application without servlets of its own. */
    static TestApp guarded(String path) {
        return new TestApp(path)
                .set("OAUTH_ISSUER", ISSUER + path)
                .set("OAUTH_JWE_PRIVATE_KEY", TestKeys.pkcs8(TestKeys.FIRST))
                .set("SERVER", TABLEAU.toString());
    }

    TestApp set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    TestApp unset(String name) {
        settings.remove(name);
        return this;
    }

    TestApp servlet(Class<?> type, String... patterns) {
        String mappings = Arrays.stream(patterns)
                .map(pattern -> "<url-pattern>" + pattern + "</url-pattern>")
                .collect(Collectors.joining());
        return brings(type)
                .declares("<servlet><servlet-name>" + type.getSimpleName() + patterns[0]
                        + "</servlet-name><servlet-class>"
                        + type.getName()
                        + "</servlet-class><async-supported>true</async-supported></servlet><servlet-mapping><servlet-name>"
                        + type.getSimpleName() + patterns[0] + "</servlet-name>" + mappings + "</servlet-mapping>");
    }

    TestApp filter(Class<?> type, String initParams, String mapping) {
        return brings(type)
                .declares("<filter><filter-name>" + type.getSimpleName() + "</filter-name><filter-class>"
                        + type.getName() + "</filter-class><async-supported>true</async-supported>" + initParams
                        + "</filter>" + mapping);
    }

    TestApp listener(Class<?> type) {
        return brings(type).declares("<listener><listener-class>" + type.getName() + "</listener-class></listener>");
    }

    static String mapped(Class<?> filter, String pattern, String... dispatchers) {
        return "<filter-mapping><filter-name>" + filter.getSimpleName() + "</filter-name><url-pattern>" + pattern
                + "</url-pattern>"
                + Arrays.stream(dispatchers)
                        .map(dispatcher -> "<dispatcher>" + dispatcher + "</dispatcher>")
                        .collect(Collectors.joining())
                + "</filter-mapping>";
    }

    static String initParam(String name, String value) {
        return "<init-param><param-name>" + name + "</param-name><param-value>" + value + "</param-value></init-param>";
    }

    /** Lets CDI look into the application. */
    TestApp withBeans() {
        hasBeans = true;
        return this;
    }

    /** A part of web.xml. */
    TestApp declares(String xml) {
        webXml.add(xml);
        return this;
    }

    /** Puts classes of the test into the application. */
    TestApp brings(Class<?>... more) {
        for (Class<?> type : more) {
            for (Class<?> each = type; each != null && each.getPackageName().endsWith("testapp"); ) {
                classes.add(each);
                each = each.getSuperclass();
            }
        }
        return this;
    }

    /** Puts a class of the test into the application as a service that {@link java.util.ServiceLoader} finds. */
    TestApp serves(Class<?> service, Class<?> type) {
        services.put(service, type);
        return brings(type);
    }

    /** Writes the application into an empty directory. */
    WebAppContext deployedFrom(Path directory) {
        try {
            write(directory.resolve("war"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WebAppContext context = new WebAppContext();
        context.setContextPath(path.isEmpty() ? "/" : path);
        context.setWar(directory.resolve("war").toUri().toString());
        context.setTempDirectory(directory.resolve("work").toFile());
        context.setThrowUnavailableOnStartupException(true);
        context.setExtraClasspath(LIBRARIES);
        context.setAttribute(MetaInfConfiguration.WEBINF_JAR_PATTERN, ".*/vizgate-[^/]*\\.jar$");
        context.setAttribute(AnnotationConfiguration.CONTAINER_INITIALIZERS, null);
        context.getHiddenClassMatcher()
                .add(
                        "jakarta.json.",
                        "jakarta.enterprise.",
                        "jakarta.inject.",
                        "jakarta.interceptor.",
                        "jakarta.security.",
                        "org.eclipse.parsson.",
                        "org.eclipse.yasson.",
                        "org.jboss.",
                        "org.vizgate.");
        settings.forEach(context::setInitParameter);
        return context;
    }

    private void write(Path war) throws IOException {
        Path info = Files.createDirectories(war.resolve("WEB-INF"));
        Files.writeString(info.resolve("web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">%s</web-app>
                """.formatted(String.join("\n", webXml)));
        if (hasBeans) {
            Files.writeString(info.resolve("beans.xml"), "");
        }
        for (Class<?> type : classes) {
            String file = type.getName().replace('.', '/') + ".class";
            Path target = info.resolve("classes").resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream code = TestApp.class.getClassLoader().getResourceAsStream(file)) {
                Files.write(target, code == null ? new byte[0] : code.readAllBytes());
            }
        }
        Path names = Files.createDirectories(info.resolve("classes/META-INF/services"));
        for (Map.Entry<Class<?>, Class<?>> service : services.entrySet()) {
            Files.writeString(
                    names.resolve(service.getKey().getName()),
                    service.getValue().getName());
        }
    }
}
