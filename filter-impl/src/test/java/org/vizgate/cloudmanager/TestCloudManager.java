package org.vizgate.cloudmanager;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.vizgate.credential.CloudManagerCredential;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.CloudManagerToken;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;
import org.vizgate.tableau.SignInJwts;
import org.vizgate.testing.SetClock;

/** A Cloud Manager that logs everybody in, and answers everything else as the test says; and the way to it. */
public final class TestCloudManager implements AutoCloseable {
    static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    public static final CloudManagerToken TOKEN = new CloudManagerToken(Secret.of("SECRET-pat"));

    private final HttpSender sender = TestSenders.ordinary();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger closings = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Function<Received, Answer> answers;
    private final LoopbackServer server = LoopbackServer.answering(this::answer);

    private TestCloudManager(Function<Received, Answer> answers) {
        this.answers = answers;
    }

    public static TestCloudManager answering(Answer answer) {
        return answering(request -> answer);
    }

    /** @param answers to everything but logins */
    static TestCloudManager answering(Function<Received, Answer> answers) {
        return new TestCloudManager(answers);
    }

    private Answer answer(Received request) {
        return request.target().endsWith("/login")
                ? Answer.json(200, loginAnswer("SECRET:+/=-" + logins.incrementAndGet(), "2020-01-01T00:00:00.123456Z"))
                : answers.apply(request);
    }

    static String loginAnswer(String token, String end) {
        return "{\"sessionToken\":\"" + token
                + "\",\"userId\":\"user-1\",\"tenantId\":\"tenant-1\",\"sessionExpiration\":\"" + end + "\"}";
    }

    /** Where it is. */
    public CloudManagerSignIn signIn() {
        return CloudManagerSignIn.to(server.address());
    }

    OpenSession session() {
        return session(TOKEN);
    }

    OpenSession session(CloudManagerCredential credential) {
        return session(signIn(), credential);
    }

    OpenSession session(CloudManagerSignIn where, CloudManagerCredential credential) {
        SetClock clock = new SetClock(NOW);
        return OpenSession.of(
                where,
                credential,
                new OpenSession.Means(
                        sender,
                        TestKeys.JSON,
                        new SignInJwts(TestKeys.JSON, TestKeys.RANDOM, clock),
                        clock,
                        nanos::get,
                        closings::incrementAndGet));
    }

    void timePasses(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    int logins() {
        return logins.get();
    }

    /** How often a session said that it was closed. */
    int closings() {
        return closings.get();
    }

    URI address() {
        return server.address();
    }

    public List<Received> received() {
        return server.received();
    }

    public Received last() {
        return received().get(received().size() - 1);
    }

    /** From now on nobody answers. */
    void goAway() {
        server.close();
    }

    @Override
    public void close() {
        sender.close();
        server.close();
    }
}
