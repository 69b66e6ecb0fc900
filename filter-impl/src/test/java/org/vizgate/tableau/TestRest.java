package org.vizgate.tableau;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;

/**
 * A Tableau that signs programs in, until the test says otherwise: each sign-in gets the next of {@code SECRET-token-1},
 * {@code SECRET-token-2} and so on.
 */
public final class TestRest implements AutoCloseable {
    public static final String SIGN_IN = "/auth/signin";
    public static final String SIGN_OUT = "/auth/signout";
    public static final String SWITCH = "/auth/switchSite";
    public static final String CURRENT = "/sessions/current";
    public static final String SERVER_INFO = "/serverinfo";
    public static final Answer DEAD = error(401, "401002");

    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, Function<Received, Answer>> answers = new ConcurrentHashMap<>();
    private final LoopbackServer server;

    private TestRest(Function<Function<Received, Answer>, LoopbackServer> opening) {
        answering(SERVER_INFO, Answer.json(200, serverInfo("3.27")));
        answering(SIGN_IN, request -> Answer.json(200, credentials("sales")));
        answering(SIGN_OUT, new Answer(204, Map.of(), ""));
        answering(SWITCH, request -> Answer.json(200, credentials("marketing")));
        answering(CURRENT, Answer.json(200, session("user-luid")));
        this.server = opening.apply(this::answer);
    }

    public static TestRest open() {
        return new TestRest(LoopbackServer::answering);
    }

    public static TestRest overTls(SSLContext context) {
        return new TestRest(answers -> LoopbackServer.overTls(context, answers));
    }

    /** From now on, answers this to requests for a path that ends so. */
    public TestRest answering(String pathEnd, Answer answer) {
        return answering(pathEnd, request -> answer);
    }

    public TestRest answering(String pathEnd, Function<Received, Answer> answer) {
        answers.put(pathEnd, answer);
        return this;
    }

    private Answer answer(Received request) {
        return answers.entrySet().stream()
                .filter(known -> request.target().endsWith(known.getKey()))
                .findFirst()
                .map(known -> known.getValue().apply(request))
                .orElse(error(404, "404003"));
    }

    public String credentials(String contentUrl) {
        return "{\"credentials\":{\"site\":{\"id\":\"site-luid\",\"contentUrl\":\"" + contentUrl
                + "\"},\"user\":{\"id\":\"user-luid\"},\"token\":\"SECRET-token-" + issued.incrementAndGet()
                + "\",\"estimatedTimeToExpiration\":\"2:12:30\"}}";
    }

    public static String serverInfo(String version) {
        return "{\"serverInfo\":{\"productVersion\":{\"value\":\"2025.3.1\",\"build\":\"20253.25.1210.0001\"},"
                + "\"restApiVersion\":\"" + version + "\"}}";
    }

    public static String session(String user) {
        return "{\"session\":{\"site\":{\"id\":\"site-luid\",\"name\":\"Sales EMEA\",\"contentUrl\":\"sales\"},"
                + "\"user\":{\"id\":\"" + user + "\",\"name\":\"jo@corp.example\"}}}";
    }

    public static Answer error(int status, String code) {
        return Answer.json(
                status, "{\"error\":{\"summary\":\"SECRET\",\"detail\":\"SECRET\",\"code\":\"" + code + "\"}}");
    }

    public URI address() {
        return server.address();
    }

    public SignInPlace place(String contentUrl) {
        return new SignInPlace(address(), contentUrl, Optional.empty());
    }

    /** The requests for a path that ends so. */
    public List<Received> asked(String pathEnd) {
        return server.received().stream()
                .filter(request -> request.target().endsWith(pathEnd))
                .toList();
    }

    public List<String> targets() {
        return server.received().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    /** Sign-ins that never really pause, with the usual version. */
    public static TableauSignIns signIns(HttpSender sender, Clock clock, Pauses pauses) {
        TableauRestClient client = client(sender, clock);
        return new TableauSignIns(
                sender,
                TestKeys.JSON,
                new SignInJwts(TestKeys.JSON, TestKeys.RANDOM, clock),
                client.versions(),
                pauses,
                clock);
    }

    /** Asks each server for its version. */
    public static TableauRestClient client(HttpSender sender, Clock clock) {
        return new TableauRestClient(sender, TestKeys.JSON, Optional.empty(), clock);
    }

    @Override
    public void close() {
        server.close();
    }
}
