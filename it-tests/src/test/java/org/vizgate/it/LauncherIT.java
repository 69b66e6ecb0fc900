package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code java -jar vizgate-sample-war.war}: options, exit codes, and what it must never serve. */
@ExtendWith(ShowOutput.class)
class LauncherIT {
    /** How a run ended. */
    private record Run(int exitCode, String out, String err) {
        static Run of(String... options) {
            Process process = Sample.launch(List.of(options), false);
            try {
                CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
                String out = text(process.getInputStream());
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                return new Run(process.exitValue(), out, err.join());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                process.destroyForcibly();
            }
        }

        private static String text(java.io.InputStream stream) {
            try {
                return new String(stream.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void help_listsTheOptions() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("--port", "--tableau-port", "--context-path", "--set", "--host");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void badOption_isExplained() {
        Run unknown = Run.of("--prot", "8080");
        Run notANumber = Run.of("--port", "eighty");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--prot").contains("--help");
        assertThat(unknown.out()).isEmpty();
        assertThat(notANumber.exitCode()).isEqualTo(2);
        assertThat(notANumber.err()).contains("--port").contains("eighty");
    }

    @Test
    void portInUse_isExplained() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            Run own = Run.of("--port", port, "--tableau-port", "0");
            Run tableau = Run.of("--port", "0", "--tableau-port", port);

            assertThat(own.exitCode()).isEqualTo(1);
            assertThat(own.err())
                    .contains("cannot listen")
                    .contains(port)
                    .contains("--port")
                    .doesNotContain("\tat ");
            assertThat(tableau.exitCode()).isEqualTo(1);
            assertThat(tableau.err()).contains("cannot listen").contains(port).contains("--tableau-port");
            assertThat(own.out()).doesNotContain("ready");
        }
    }

    @Test
    @DisplayName("Wrong settings are all named at once, with what to write instead, and nothing is served")
    void badSettings_areAllNamed() {
        Run run = Run.of(
                "--port", "0",
                "--tableau-port", "0",
                "--set", "OAUTH_ACCESS_TOKEN_TIMEOUT_MS=soon",
                "--set", "OAUTH_CONSENT=perhaps",
                "--set", "OAUTH_LOCK_SITE=true",
                "--set", "OAUTH_SCOPE_RULES=GET");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("OAUTH_ACCESS_TOKEN_TIMEOUT_MS", "soon")
                .contains("OAUTH_CONSENT", "perhaps")
                .contains("OAUTH_LOCK_SITE", "SITE_NAME")
                .contains("OAUTH_SCOPE_RULES")
                .doesNotContain("\tat ");
        assertThat(run.out()).doesNotContain("ready");
    }

    @Test
    @DisplayName("A secret that was configured wrongly is not repeated in the message")
    void badKey_isNotPrinted() {
        Run run = Run.of("--port", "0", "--tableau-port", "0", "--set", "OAUTH_JWE_PRIVATE_KEY=hunter2-not-a-key");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("OAUTH_JWE_PRIVATE_KEY").contains("PEM").doesNotContain("hunter2", "\tat ");
    }

    @Test
    @DisplayName("SIGTERM ends it within seconds, and it leaves nothing running")
    void termination_isClean() {
        Sample sample = Sample.start();
        int port = sample.port();

        int exitCode = sample.stop();

        assertThat(exitCode).isEqualTo(143);
        assertThat(sample.output()).doesNotContain("did not end").doesNotContain("could not tidy up");
        try (Sample again = Sample.builder().port(port).start()) {
            assertThat(Http.get(again.at("/")).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("A start without a key or Tableau says what it made up; secrets stay out of the log")
    void start_saysWhatItMadeUp() {
        try (Sample sample = Sample.start()) {
            Tokens tokens = SignIn.of(OAuthClient.register(sample)).tokens();

            assertThat(sample.output())
                    .contains("throw-away key")
                    .contains("Tableau stand-in: http://127.0.0.1:")
                    .doesNotContain(tokens.access())
                    .doesNotContain(tokens.refresh())
                    .doesNotContain("PRIVATE KEY-----")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @DisplayName("What runs the WAR is not served by it, to nobody and to no user")
    void launcher_isNotServed() throws IOException {
        try (Sample sample = Sample.builder().set("OAUTH_PUBLIC_PATHS", "/*").start();
                Sample closed = Sample.start();
                JarFile war = new JarFile(Path.of(System.getProperty("it.war")).toFile())) {
            String token = SignIn.of(OAuthClient.register(closed)).tokens().access();
            List<String> hidden = war.stream()
                    .map(entry -> "/" + entry.getName())
                    .filter(path -> path.matches("/(WEB-INF/.*|META-INF/.*|.*\\.class)"))
                    .toList();

            assertThat(hidden)
                    .anyMatch(path -> path.startsWith("/WEB-INF/launcher/"))
                    .anyMatch(path -> path.endsWith("boot/Main.class"));
            assertThat(hidden).allSatisfy(path -> {
                assertThat(Http.get(sample.at(path)).status()).as(path).isNotEqualTo(200);
                assertThat(Http.call(closed.at(path), token).status()).as(path).isNotEqualTo(200);
            });
            for (String path : List.of(
                    "/web-inf/web.xml",
                    "/WEB-INF%2fweb.xml",
                    "/assets/..;/WEB-INF/web.xml",
                    "/assets/%2e%2e/WEB-INF/web.xml",
                    "/%57EB-INF/web.xml",
                    "/./WEB-INF/web.xml",
                    "//WEB-INF/web.xml",
                    "/WEB-INF/",
                    "/assets/")) {
                assertThat(Http.get(sample.at(path)).status()).as(path).isNotEqualTo(200);
            }
        }
    }
}
