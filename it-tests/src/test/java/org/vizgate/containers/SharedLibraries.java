package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

import org.jboss.shrinkwrap.api.Archive;

/**
 * The gate's jars where all applications of a server see them, and in none of these: in a class loader above theirs on Tomcat
 * and Jetty, in a module on WildFly, and named at the deployment on GlassFish.
 */
public final class SharedLibraries {
    /** In a WAR that wants them. */
    static final String MARK = "META-INF/shared-libraries";

    static final String STRUCTURE = "WEB-INF/jboss-deployment-structure.xml";
    static final String STRUCTURE_TEXT = """
            <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
              <deployment>
                <dependencies><module name="it.shared" services="import" meta-inf="import"/></dependencies>
              </deployment>
            </jboss-deployment-structure>
            """;

    private SharedLibraries() {}

    public static boolean areWantedBy(Archive<?> archive) {
        return archive.contains(MARK);
    }

    /** The one loader that has them, for servers in this process. */
    public static ClassLoader loader() {
        return OnlyLoader.LOADER;
    }

    /** A jar that has nothing but the way to them, for servers with a class loader for each jar. */
    public static Path leadingTo(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        jars().stream().map(jar -> jar.toUri().toString()).collect(Collectors.joining(" ")));
        Path jar = folder.resolve("shared.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private static List<Path> jars() {
        return GateWar.librariesNamed(name -> true);
    }

    private static final class OnlyLoader {
        private static final ClassLoader LOADER = new URLClassLoader(
                "shared",
                jars().stream().map(OnlyLoader::url).toArray(URL[]::new),
                SharedLibraries.class.getClassLoader());

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Puts them among WildFly's modules. */
    static void addModule() {
        Path module = Path.of(System.getProperty("it.work"), "wildfly/modules/it/shared/main");
        List<Path> jars = jars();
        try {
            Files.createDirectories(module);
            for (Path jar : jars) {
                Files.copy(jar, module.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(module.resolve("module.xml"), """
                    <module xmlns="urn:jboss:module:1.9" name="it.shared">
                      <resources>
                    %s
                      </resources>
                      <dependencies>
                        <module name="java.se"/>
                        <module name="jdk.net"/>
                        <module name="jakarta.servlet.api"/>
                        <module name="jakarta.enterprise.api" optional="true"/>
                      </dependencies>
                    </module>
                    """.formatted(jars.stream()
                    .map(jar -> "<resource-root path=\"" + jar.getFileName() + "\"/>")
                    .collect(Collectors.joining("\n"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
