package org.vizgate.tableau;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.TestSenders;
import org.vizgate.web.Parameters;

/** A Tableau that signs everybody in as one user, until the test says otherwise. */
public final class TestTableau implements AutoCloseable {
    private final HttpSender sender = TestSenders.ordinary();
    private final AtomicInteger issued = new AtomicInteger();
    private final LoopbackServer server = LoopbackServer.answering(this::answer);

    private volatile int tokenStatus = 200;
    private volatile int sessionStatus = 200;
    private volatile String user = "user-luid";
    private volatile String site = "marketing";
    private volatile Runnable whileAsked = () -> {};

    public void answersTokensWith(int status) {
        tokenStatus = status;
    }

    public void answersSessionsWith(int status) {
        sessionStatus = status;
    }

    public void signsIn(String userLuid, String siteContentUrl) {
        user = userLuid;
        site = siteContentUrl;
    }

    /** What happens before each answer. */
    public void whileAsked(Runnable event) {
        whileAsked = event;
    }

    /** How often a path was asked for. */
    public long asked(String path) {
        return server.received().stream()
                .filter(request -> request.target().startsWith(path))
                .count();
    }

    public long askedForTokens() {
        return asked("/oauth2/v1/token");
    }

    public long askedForSessions() {
        return asked("/api/3.24/sessions/current");
    }

    public long askedForSignOuts() {
        return asked("/api/3.24/auth/signout");
    }

    /** The form of the last request for tokens. */
    public Parameters lastForm() {
        return server.received().stream()
                .filter(request -> request.target().startsWith("/oauth2/v1/token"))
                .reduce((earlier, later) -> later)
                .map(Received::body)
                .map(Parameters::parse)
                .orElseThrow();
    }

    public URI address() {
        return server.address();
    }

    public TableauHosts hosts() {
        return new TableauHosts(Optional.of(address()));
    }

    public TableauAuthorization authorization(Clock clock) {
        return new TableauAuthorization(sender, TestKeys.JSON, hosts(), clock);
    }

    public TableauRestClient rest() {
        return new TableauRestClient(sender, TestKeys.JSON, Optional.of(ApiVersions.USUAL), Clock.systemUTC());
    }

    private Answer answer(Received request) {
        whileAsked.run();
        if (request.target().startsWith("/oauth2/v1/token")) {
            int number = issued.incrementAndGet();
            return Answer.json(
                    tokenStatus,
                    tokenStatus == 200
                            ? "{\"access_token\":\"SECRET-session-" + number
                                    + "\",\"expires_in\":7200,\"refresh_token\":\"SECRET-refresh-" + number
                                    + "\",\"origin_host\":\"" + request.header("Host") + "\"}"
                            : "{\"error\":\"refused\"}");
        }
        if (request.target().equals("/api/2.4/serverinfo")) {
            return Answer.json(
                    200,
                    "{\"serverInfo\":{\"productVersion\":{\"value\":\"2024.3\",\"build\":\"b\"},\"restApiVersion\":\"3.24\"}}");
        }
        if (request.target().startsWith("/api/3.24/sessions/current")) {
            return Answer.json(
                    sessionStatus,
                    sessionStatus == 200
                            ? "{\"session\":{\"site\":{\"id\":\"site-luid\",\"name\":\"Site\",\"contentUrl\":\"" + site
                                    + "\"},\"user\":{\"id\":\"" + user + "\",\"name\":\"name of " + user + "\"}}}"
                            : "{\"error\":{\"summary\":\"s\",\"detail\":\"d\",\"code\":\"401002\"}}");
        }
        return Answer.json(204, "");
    }

    /** From now on nobody answers. */
    public void goAway() {
        server.close();
    }

    @Override
    public void close() {
        sender.close();
        server.close();
    }
}
