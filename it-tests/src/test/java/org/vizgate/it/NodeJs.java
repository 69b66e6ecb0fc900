package org.vizgate.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Node.js, and the packages of a folder that tests run with it. */
final class NodeJs {
    private NodeJs() {}

    /** The one that {@code it.node} names, or the first on the PATH. */
    static Optional<Path> ofMachine() {
        return Needed.program("it.node", "node");
    }

    /**
     * The program, if it is new enough.
     *
     * @param name as it stands in {@code it.require}
     */
    static Path orSkip(String name, Optional<Path> program, int oldest) {
        Path node = Needed.orSkip(name, program, "there is no node on the PATH");
        String version = version(node);
        int major = Integer.parseInt(version.replaceAll("v(\\d+)\\..*", "$1"));
        return Needed.orSkip(
                name,
                Optional.of(node).filter(unused -> major >= oldest),
                "node is older than " + oldest + ": " + version);
    }

    /** Skips where {@code npm ci} was not run in the folder. */
    static Path packageOrSkip(String name, Path folder, String packageName) {
        return Needed.orSkip(
                name,
                Optional.of(folder.resolve("node_modules").resolve(packageName)).filter(Files::isDirectory),
                packageName + " is not installed: npm ci in it-tests/" + folder.getFileName());
    }

    private static String version(Path node) {
        try {
            Process version = new ProcessBuilder(node.toString(), "--version").start();
            String text = new String(version.getInputStream().readAllBytes(), UTF_8).strip();
            version.waitFor();
            return text;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
