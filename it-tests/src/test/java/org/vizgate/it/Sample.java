package org.vizgate.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vizgate.standin.TableauStandIn;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The sample, running in a process of its own on free ports of 127.0.0.1 unless told otherwise. */
final class Sample implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(30);
    private static final Pattern READY = Pattern.compile("Vizgate sample ready: (\\S+)/");
    private static final Pattern TABLEAU = Pattern.compile("Tableau stand-in: (\\S+)");
    private static final Set<Sample> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(sample -> sample.process.destroyForcibly())));
    }

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> base = new CompletableFuture<>();
    private final CompletableFuture<URI> tableau = new CompletableFuture<>();

    private Sample(List<String> options) {
        process = launch(options, true);
        Thread reader = new Thread(this::read, "sample-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** At ROOT, with a stand-in of its own. */
    static Sample start() {
        return builder().start();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Starts {@code java -jar} with these options; nothing of the environment is a setting of the gate. */
    static Process launch(List<String> options, boolean mergesOutput) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Many short lives on few cores: what would pay off later is left out.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-jar"));
        command.add(System.getProperty("it.war"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(mergesOutput);
        builder.environment()
                .keySet()
                .removeIf(
                        name -> name.matches(
                                "(OAUTH|VIZGATE|TABLEAU|DANGEROUSLY|UAT|JWT|PAT|CONNECTED_APP|TCM)_.*|SERVER|SITE_NAME|AUTH|TRANSPORT|JAVA_TOOL_OPTIONS"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                complete(tableau, TABLEAU.matcher(line));
                complete(base, READY.matcher(line));
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        base.completeExceptionally(new IllegalStateException("the sample ended"));
    }

    private static void complete(CompletableFuture<URI> address, Matcher line) {
        if (line.find()) {
            address.complete(URI.create(line.group(1)));
        }
    }

    private void awaitReady() {
        try {
            base.get(START.toSeconds(), TimeUnit.SECONDS);
            RUNNING.add(this);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("The sample did not start:\n" + output(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    /** Where the application is, without a trailing slash: also its issuer. */
    URI base() {
        return base.join();
    }

    /** An address inside the application; {@code path} starts with a slash. */
    URI at(String path) {
        return URI.create(base() + path);
    }

    /** An address on the same host and port, outside the context path too. */
    URI onHost(String path) {
        return base().resolve(path);
    }

    /** The process that it is. */
    long pid() {
        return process.pid();
    }

    int port() {
        return base().getPort();
    }

    /** Where the sample's own stand-in is. */
    URI ownTableau() {
        return tableau.join();
    }

    /** Everything it printed so far. */
    String output() {
        return String.join("\n", output) + "\n";
    }

    /** Asks the process to end, as an operator does (SIGTERM), and answers its exit code. */
    int stop() {
        process.destroy();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The sample does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
            RUNNING.remove(this);
        }
    }

    /** Ends the process at once (SIGKILL), as a power cut would. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The sample cannot be killed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            RUNNING.remove(this);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        RUNNING.remove(this);
    }

    /** What all running samples printed, for a test that has failed. */
    static String outputOfAll() {
        StringBuilder all = new StringBuilder();
        RUNNING.forEach(sample ->
                all.append("--- ").append(sample.base()).append(" printed:\n").append(sample.output()));
        return all.toString();
    }

    /** What a sample is to be like. */
    static final class Builder {
        private final List<String> options = new ArrayList<>();
        private String port = "0";

        private Builder() {}

        Builder port(int value) {
            port = String.valueOf(value);
            return this;
        }

        /** {@code /} or a path such as {@code /x}. */
        Builder contextPath(String value) {
            options.addAll(List.of("--context-path", value));
            return this;
        }

        Builder set(String name, Object value) {
            options.addAll(List.of("--set", name + "=" + value));
            return this;
        }

        /** Whose Tableau session requests use, with the stand-in's sample credentials. */
        Builder auth(String mode) {
            options.addAll(List.of("--auth", mode));
            return this;
        }

        Builder key(Path file) {
            return set("OAUTH_JWE_PRIVATE_KEY_PATH", file);
        }

        Builder tableau(TableauStandIn standIn) {
            return set("SERVER", standIn.address());
        }

        /** A jar that the application gets besides its own. */
        Builder library(Path jar) {
            options.addAll(List.of("--lib", jar.toString()));
            return this;
        }

        /** Makes it a node behind an address that others share. */
        Builder behind(Balancer balancer) {
            return set("OAUTH_ISSUER", balancer.origin());
        }

        Builder with(Consumer<Builder> more) {
            more.accept(this);
            return this;
        }

        Builder set(Map<String, ?> settings) {
            settings.forEach(this::set);
            return this;
        }

        Sample start() {
            List<String> all = new ArrayList<>(List.of("--port", port, "--tableau-port", "0"));
            all.addAll(options);
            Sample sample = new Sample(all);
            sample.awaitReady();
            return sample;
        }
    }
}
