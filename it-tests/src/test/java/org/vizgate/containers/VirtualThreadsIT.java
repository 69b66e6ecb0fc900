package org.vizgate.containers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;
import org.vizgate.it.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Where each request has a virtual thread, nothing of ours keeps that thread on its carrier while it waits. */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class VirtualThreadsIT {
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final List<String> APPLICATIONS = List.of("threads", "threads-and-database");
    private static final int CALLERS = 8;
    private static final int CALLS = 25;

    @ArquillianResource
    private Deployer deployer;

    @TempDir
    Path directory;

    @Deployment(name = "threads", managed = false, testable = false)
    static WebArchive threads() {
        return application("threads").build();
    }

    @Deployment(name = "threads-and-database", managed = false, testable = false)
    static WebArchive threadsAndDatabase() {
        return application("threads-and-database").ownDatabase().build();
    }

    private static GateWar application(String name) {
        return GateWar.at("/" + name)
                .set("OAUTH_SESSION_CHECK_INTERVAL_MS", "0")
                .application()
                .classes("threads");
    }

    @Test
    void signInRefreshAndCalls_whileTableauIsSlow_pinNoThreadInOurCode() throws Exception {
        Container.skipUnless(
                Boolean.getBoolean("it.virtual-threads"),
                "VirtualThreadsIT",
                "this run has none: -Dit.jdk=… (Java 21 or newer) -Dit.virtual-threads=true");
        Container.skipUnless(Container.isEmbedded(), "VirtualThreadsIT", "its process cannot be looked into");
        APPLICATIONS.forEach(deployer::deploy);
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            Tableau.standIn().control().at("/**").slow(Duration.ofMillis(20));
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            try {
                // Classes are loaded once, and that is waited for on the carrier: not what is asked about.
                callAndRefresh(callers);
                recording.start();
                callAndRefresh(callers);
            } finally {
                callers.shutdownNow();
                Tableau.standIn().control().endTrouble();
            }
            pinOne();
            recording.stop();
            assertThat(pinnedByUs(recording)).singleElement().asString().contains(Pinning.class.getName());
        } finally {
            APPLICATIONS.forEach(deployer::undeploy);
        }
    }

    // So that a recording which sees nothing is not taken for a good one.
    private static void pinOne() throws ReflectiveOperationException, InterruptedException {
        Thread pinned = (Thread) Thread.class
                .getMethod("startVirtualThread", Runnable.class)
                .invoke(null, (Runnable) () -> assertThat(Pinning.waited).isTrue());
        pinned.join(30_000);
    }

    /** Waits while it is initialised, which no virtual thread can do without its carrier. */
    private static final class Pinning {
        static final boolean waited = waitABit();

        private static boolean waitABit() {
            LockSupport.parkNanos(1_000_000);
            return true;
        }
    }

    private static void callAndRefresh(ExecutorService callers) throws Exception {
        for (String name : APPLICATIONS) {
            allOf(callers, () -> callAndRefresh(GateWar.address("/" + name)));
        }
    }

    private static Boolean callAndRefresh(URI issuer) {
        OAuthClient client = OAuthClient.register(issuer);
        Tokens tokens = SignIn.of(client).tokens();
        for (int i = 0; i < CALLS; i++) {
            Answer answer = Http.call(URI.create(issuer + "/api/thread"), tokens.access());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).startsWith("VirtualThread[");
        }
        Tokens next = Tokens.of(client.refresh(tokens.refresh()));
        return Http.call(URI.create(issuer + "/api/thread"), next.access()).status() == 200;
    }

    private static void allOf(ExecutorService callers, Callable<Boolean> work) throws Exception {
        List<Future<Boolean>> under = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            under.add(callers.submit(work));
        }
        for (Future<Boolean> each : under) {
            assertThat(each.get(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<String> pinnedByUs(Recording recording) throws IOException {
        Path file = directory.resolve("pinned.jfr");
        recording.dump(file);
        assertThat(Files.size(file)).isPositive();
        List<RecordedEvent> pinned = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .toList();
        System.err.println(PINNED + " on " + Container.name() + ", Java " + Runtime.version() + ": " + pinned.size());
        return pinned.stream()
                .filter(event -> event.getStackTrace() != null)
                .map(event -> event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName() + "."
                                + frame.getMethod().getName())
                        .toList())
                .filter(frames -> frames.stream().anyMatch(frame -> frame.startsWith("org.vizgate.")))
                .filter(frames -> frames.stream().noneMatch(frame -> frame.endsWith(".loadClass")))
                .map(frames -> String.join("\n", frames))
                .toList();
    }
}
