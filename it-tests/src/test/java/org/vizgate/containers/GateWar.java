package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.Driver;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.vizgate.it.Keys;

/** A web application with the gate's jars in it and settings in its web.xml, at a context path of this container. */
final class GateWar {
    private static final Keys KEYS = Keys.create();
    private static final String APPLICATION = "org.vizgate.containers.app";

    private final String contextPath;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> packages = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final StringBuilder declarations = new StringBuilder();
    private final List<Path> others = new ArrayList<>();
    private Predicate<String> libraries = name -> true;
    private boolean metadataComplete;

    private GateWar(String contextPath) {
        this.contextPath = contextPath;
    }

    /**
     * With what every gate needs.
     *
     * @param contextPath such as {@code /shop}, or empty for the root
     */
    static GateWar at(String contextPath) {
        return new GateWar(contextPath)
                .set("OAUTH_ISSUER", address(contextPath).toString())
                .set("OAUTH_JWE_PRIVATE_KEY_PATH", KEYS.file().toString())
                .set("SERVER", Tableau.standIn().address().toString());
    }

    /** Where such an application is, without a slash at the end: its issuer, too. */
    static URI address(String contextPath) {
        return URI.create(Container.address() + contextPath);
    }

    GateWar set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    GateWar unset(String name) {
        settings.remove(name);
        return this;
    }

    /** The servlets that tell whom they see, by their annotations. */
    GateWar application() {
        return classes("");
    }

    /** The classes of a package below the application's. */
    GateWar classes(String subpackage) {
        packages.add(subpackage.isEmpty() ? APPLICATION : APPLICATION + "." + subpackage);
        return this;
    }

    GateWar file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Elements of web.xml, after the settings. */
    GateWar declare(String xml) {
        declarations.append(xml).append('\n');
        return this;
    }

    /** Annotations are not looked for. */
    GateWar metadataComplete() {
        metadataComplete = true;
        return this;
    }

    /** Keeps grants in a database of its own, a file, over a pool; both come in the WAR. */
    GateWar ownDatabase() {
        Path file = Path.of("target", "database-" + UUID.randomUUID(), "grants").toAbsolutePath();
        others.addAll(List.of(jarOf(Driver.class), jarOf(HikariDataSource.class)));
        return set("OAUTH_STORE", "jdbc").set("OAUTH_STORE_JDBC_URL", "jdbc:h2:file:" + file);
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Packs only the libraries whose file names these are. */
    GateWar libraries(Predicate<String> wanted) {
        libraries = wanted;
        return this;
    }

    /** Packs none: the server has them. */
    GateWar sharedLibraries() {
        if (Container.isWildFly()) {
            SharedLibraries.addModule();
            file(SharedLibraries.STRUCTURE, SharedLibraries.STRUCTURE_TEXT);
        }
        return libraries(none -> false).file(SharedLibraries.MARK, "");
    }

    WebArchive build() {
        WebArchive war = ShrinkWrap.create(
                WebArchive.class, (contextPath.isEmpty() ? "ROOT" : contextPath.substring(1)) + ".war");
        war.setWebXML(new StringAsset(webXml()));
        packages.forEach(name -> war.addPackages(false, name));
        files.forEach((path, text) -> war.add(new StringAsset(text), path));
        for (Path library : librariesNamed(libraries)) {
            war.addAsLibrary(library.toFile());
        }
        others.forEach(library -> war.addAsLibrary(library.toFile()));
        return war;
    }

    /** The gate's jars, and what they need, whose file names these are. */
    static List<Path> librariesNamed(Predicate<String> wanted) {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("it.war.libs")))) {
            return all.filter(path -> wanted.test(path.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String webXml() {
        String parameters = settings.entrySet().stream()
                .map(setting -> """
                          <context-param>
                            <param-name>%s</param-name>
                            <param-value>%s</param-value>
                          </context-param>
                        """.formatted(setting.getKey(), escaped(setting.getValue())))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="%s">
                %s%s</web-app>
                """.formatted(metadataComplete, parameters, declarations);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
