package org.vizgate.containers.glassfish;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar glassfish-embedded-all.jar --prompt}: commands of {@code asadmin} go in, and what it logs goes to {@code
 * server.log}.
 */
final class GlassFishProcess {
    private static final String PROMPT = "GlassFish $ ";
    private static final String SETTINGS = """
            configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            """;
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final Path log;
    private final Reader answers;
    private final Writer commands;

    private GlassFishProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        answers = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Is there when it can be told something. */
    static GlassFishProcess start(GlassFishConfiguration configuration) throws IOException {
        Path home = configuration.getHome();
        Path log = home.resolve("server.log");
        // It reads this file in the folder that it is started in.
        Files.writeString(home.resolve("glassfish.properties"), SETTINGS);
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        Process process = new ProcessBuilder(
                        configuration.getJavaHome().resolve("bin/java").toString(),
                        "-Xmx512m",
                        // It lives too short for more.
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-jar",
                        "glassfish-embedded-all.jar",
                        "--port=" + configuration.getPort(),
                        "--noInfo",
                        "--prompt")
                .directory(home.toFile())
                .redirectError(log.toFile())
                .start();
        GlassFishProcess glassFish = new GlassFishProcess(process, log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        glassFish.awaitPrompt();
        return glassFish;
    }

    /**
     * Returns when the command has ended.
     *
     * @throws IOException if it did not end well, with what was logged meanwhile
     */
    void run(String command) throws IOException {
        int before = log().length();
        send(command);
        awaitPrompt();
        String logged = log().substring(before);
        if (!logged.contains(" SUCCESS: ")) {
            throw new IOException(command + "\n" + logged);
        }
    }

    void stop() throws IOException, InterruptedException {
        send("exit");
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void send(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    private void awaitPrompt() throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(PROMPT)) {
            int next = answers.read();
            if (next < 0) {
                throw new IOException("GlassFish has ended\n" + log());
            }
            text.append((char) next);
        }
    }

    private String log() throws IOException {
        return Files.readString(log);
    }
}
