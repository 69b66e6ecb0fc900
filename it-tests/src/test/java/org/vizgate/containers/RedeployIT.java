package org.vizgate.containers;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Eventually;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;
import org.vizgate.it.Tokens;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that goes leaves nothing behind, and its last callers get an answer. */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class RedeployIT {
    private static final String NAME = "again";
    private static final URI ISSUER = GateWar.address("/" + NAME);
    private static final TableauStandIn TABLEAU =
            TableauStandIn.builder().control(true).start();
    private static final TableauRelay RELAY = TableauRelay.start(TABLEAU.address());
    private static final int TIMES = Integer.getInteger("it.redeploys", 10);
    private static final int CALLERS = 4;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive again() {
        TABLEAU.control().originHost(RELAY.address().getAuthority());
        return GateWar.at("/" + NAME)
                .set("SERVER", RELAY.address().toString())
                .application()
                .classes("trace")
                .build();
    }

    @AfterAll
    static void stop() {
        RELAY.close();
        TABLEAU.close();
    }

    @Test
    void redeployed_noClassLoaderThreadOrConnectionIsLeft() {
        Container.skipUnless(
                Container.isEmbedded(),
                "RedeployIT class loaders",
                "it runs in a process that the test cannot look into");
        Http.get(TABLEAU.address());
        int clientsBefore = clientThreads().size();
        GoneLoaders loaders = new GoneLoaders();
        try (ServerLog log = ServerLog.capture()) {
            for (int i = 0; i < TIMES; i++) {
                int connectionsBefore = RELAY.made();
                deployer.deploy(NAME);
                String access = signIn().access();
                assertThat(Http.call(at("/api/whoami"), access).status()).isEqualTo(200);
                assertThat(RELAY.made()).isGreaterThan(connectionsBefore);
                loaders.addLastDeployed();
                deployer.undeploy(NAME);

                Eventually.holds(() -> RELAY.open() == 0, () -> RELAY.open() + " connections are open");
            }
            // Tomcat looks for threads and thread locals itself.
            assertThat(log.text()).doesNotContain("memory leak");
        }
        loaders.assertGone();
        Eventually.holds(() -> gateThreads().isEmpty(), () -> gateThreads() + " are left");
        Eventually.holds(() -> clientThreads().size() <= clientsBefore, () -> clientThreads() + " are left");
    }

    // Each HTTP client has one of this name. The tests have a client, too.
    private static List<String> clientThreads() {
        return threadNames(name -> name.endsWith("-SelectorManager"));
    }

    private static List<String> gateThreads() {
        return threadNames(name -> name.startsWith("vizgate"));
    }

    private static List<String> threadNames(Predicate<String> wanted) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(wanted)
                .toList();
    }

    // Not what the application has put off to another thread: Tomcat lets that hang when the application goes.
    @Test
    void undeployedUnderLoad_everyRequestIsAnswered() throws Exception {
        Container.skipUnless(
                !Container.isWildFly(), "RedeployIT under load", "it answers some requests in flight with 500");
        deployer.deploy(NAME);
        String access = signIn().access();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        CountDownLatch underLoad = new CountDownLatch(100);
        AtomicBoolean gone = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    while (!gone.get()) {
                        try {
                            answers.add(Http.call(at("/api/whoami"), access));
                        } catch (RuntimeException e) {
                            failures.add(e);
                        }
                        underLoad.countDown();
                    }
                });
            }
            assertThat(underLoad.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            deployer.undeploy(NAME);
            gone.set(true);
            callers.shutdown();
        }
        assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        // Answered by the application, or by a container that has it no more; never as if the token were bad.
        assertThat(answers)
                .filteredOn(answer -> !isOfFilterThatJettyHasStopped(answer))
                .extracting(Answer::status)
                .contains(200)
                .isSubsetOf(200, 404, 503);
        assertThat(failures).isEmpty();
    }

    // Jetty stops filters without waiting for requests that it has already let into the application, and so it does
    // with a filter that does nothing. It happens before the gate sees the request.
    private static boolean isOfFilterThatJettyHasStopped(Answer answer) {
        return Container.isJetty()
                && answer.status() == 500
                && answer.body().contains("FilterHolder.getFilter()&quot; is null");
    }

    // The browser goes to Tableau directly, so that the relay counts the application's connections only.
    private static Tokens signIn() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER));
        Answer sent = signIn.decide(signIn.authorize(), "allow");
        Map<String, List<String>> headers = new LinkedHashMap<>(sent.headers());
        headers.put(
                "location",
                List.of(sent.location()
                        .toString()
                        .replace(RELAY.address().toString(), TABLEAU.address().toString())));
        Answer back = signIn.atTableau(new Answer(sent.status(), headers, sent.body()));
        String code = signIn.visitor().get(back.location()).sent("code");
        return Tokens.of(signIn.client().redeem(code, signIn.verifier()));
    }

    private static URI at(String path) {
        return URI.create(ISSUER + path);
    }
}
