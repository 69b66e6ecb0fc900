package org.vizgate.cloudmanager;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.CloudManagerCredential;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerSession;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.StoredUatConfiguration;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UatConfiguration;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.session.SessionHeader;
import org.vizgate.tableau.SignInJwts;

/** A program's session: the login that is alive now, and the next one when it has ended. */
public final class OpenSession implements CloudManagerSession {
    /**
     * What a session is made with.
     *
     * @param nanoTime as {@link System#nanoTime}
     * @param atClose runs once, after the logout; lets connections go
     */
    public record Means(
            HttpSender sender, Json json, SignInJwts jwts, Clock clock, LongSupplier nanoTime, Runnable atClose) {}

    private final CloudManagerClient client;
    private final Logins logins;
    private final Runnable atClose;
    private final AtomicReference<@Nullable Login> open;
    private final ReentrantLock succeeding = new ReentrantLock();

    private OpenSession(CloudManagerClient client, Logins logins, Runnable atClose) {
        this.client = client;
        this.logins = logins;
        this.atClose = atClose;
        this.open = new AtomicReference<>(logins.login());
    }

    /**
     * Logs in.
     *
     * @param where its address has been looked at: credentials may be sent there
     */
    public static OpenSession of(CloudManagerSignIn where, CloudManagerCredential credential, Means means) {
        CloudManagerClient client = new CloudManagerClient(where, means.sender(), means.json());
        return new OpenSession(
                client, new Logins(client, credential, means.jwts(), means.clock(), means.nanoTime()), means.atClose());
    }

    @Override
    public URI server() {
        return client.server();
    }

    @Override
    public String userId() {
        return now().userId();
    }

    @Override
    public String tenantId() {
        return now().tenantId();
    }

    @Override
    public Duration remaining() {
        return now().life().remaining();
    }

    @Override
    public SessionHeader header() {
        Login login = alive();
        login.life().countCall();
        return new SessionHeader(CloudManagerClient.SESSION_HEADER, login.token());
    }

    @Override
    public URI resource(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("the path of a REST method starts with one slash");
        }
        return server().resolve("/api/v1" + path);
    }

    @Override
    public StoredUatConfiguration create(UatConfiguration configuration) {
        Question question = Question.of(CloudManagerMethod.CREATE_CONFIGURATION, ConfigurationBody.of(configuration));
        return ask(question, client.answers()::configuration);
    }

    @Override
    public List<StoredUatConfiguration> configurations() {
        return ask(Question.of(CloudManagerMethod.LIST_CONFIGURATIONS), client.answers()::configurations);
    }

    @Override
    public StoredUatConfiguration configuration(String id) {
        return ask(Question.about(CloudManagerMethod.GET_CONFIGURATION, id), client.answers()::configuration);
    }

    @Override
    public void update(String id, UatConfiguration configuration) {
        ask(
                Question.about(CloudManagerMethod.UPDATE_CONFIGURATION, id, ConfigurationBody.of(configuration)),
                CloudAnswers::done);
    }

    @Override
    public void delete(String id) {
        ask(Question.about(CloudManagerMethod.DELETE_CONFIGURATION, id), CloudAnswers::done);
    }

    @Override
    public void revoke(String jti) {
        ask(Question.about(CloudManagerMethod.REVOKE_JWT, jti), CloudAnswers::done);
    }

    // A 401 says that nothing was done, so even what must not happen twice may be asked again.
    private <T> T ask(Question question, Function<OutboundReply, T> reading) {
        Login login = alive();
        try {
            return ask(login, question, reading);
        } catch (TableauException e) {
            if (e.kind() != Kind.SESSION_LOST || !logins.canBeRepeated()) {
                throw e;
            }
            return ask(successor(login), question, reading);
        }
    }

    private <T> T ask(Login login, Question question, Function<OutboundReply, T> reading) {
        login.life().countCall();
        return client.ask(question, Optional.of(login.token()), reading);
    }

    private Login now() {
        Login login = open.get();
        if (login == null) {
            throw new IllegalStateException("this session was signed out: sign in again");
        }
        return login;
    }

    private Login alive() {
        Login login = now();
        return login.life().isOver() ? successor(login) : login;
    }

    /** One at a time: who comes second takes what the first one got. */
    private Login successor(Login dead) {
        succeeding.lock();
        try {
            Login login = now();
            return login.equals(dead) ? next(dead) : login;
        } finally {
            succeeding.unlock();
        }
    }

    private Login next(Login dead) {
        if (!logins.canBeRepeated()) {
            throw new TableauException(
                    Kind.SESSION_LOST,
                    "the session of Cloud Manager is over, and the JWT was good for one login: sign in with a new one");
        }
        Login next = logins.login();
        if (!open.compareAndSet(dead, next)) {
            // Closed in between: the new one must not outlive that.
            client.logout(next.token());
        }
        return now();
    }

    @Override
    public void close() {
        Login login = open.getAndSet(null);
        if (login != null) {
            try {
                client.logout(login.token());
            } finally {
                atClose.run();
            }
        }
    }

    @Override
    public String toString() {
        Login login = open.get();
        return "CloudManagerSession[" + (login == null ? "signed out" : login.userId() + " on " + client.server())
                + "]";
    }
}
