package org.vizgate.sample.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Starts the sample from its own WAR: {@code java -jar vizgate-sample-war.war}. */
public final class Main {
    private static final String JARS = "WEB-INF/launcher/";
    private static final String LAUNCHER = "org.vizgate.sample.launcher.Launcher";

    private Main() {}

    /** Ends the JVM with the launcher's exit code. */
    public static void main(String[] args) throws Exception {
        Path war = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path work = Files.createTempDirectory("vizgate-sample-");
        // The parent is the platform, not this class's loader: that one would serve the WAR's root as a class path.
        URLClassLoader loader =
                new URLClassLoader("launcher", unpackJars(war, work), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        Object launcher = loader.loadClass(LAUNCHER)
                .getConstructor(Path.class, Path.class, List.class)
                .newInstance(war, work, List.of(args));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end((AutoCloseable) launcher, loader, work), "vizgate-sample-end"));
        System.exit((Integer) ((Callable<?>) launcher).call());
    }

    private static URL[] unpackJars(Path war, Path work) throws IOException {
        Path target = Files.createDirectory(work.resolve("launcher"));
        List<URL> jars = new ArrayList<>();
        try (JarFile file = new JarFile(war.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry ->
                            entry.getName().startsWith(JARS) && entry.getName().endsWith(".jar"))
                    .toList();
            for (JarEntry entry : entries) {
                Path jar = target.resolve(new File(entry.getName()).getName());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, jar);
                }
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    /** Stops the server, then lets go of the jars before it deletes them: some systems keep open files. */
    private static void end(AutoCloseable launcher, URLClassLoader loader, Path work) {
        try {
            launcher.close();
            loader.close();
            delete(work);
        } catch (Exception e) {
            System.err.println("Vizgate sample: could not tidy up " + work + ": " + e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
