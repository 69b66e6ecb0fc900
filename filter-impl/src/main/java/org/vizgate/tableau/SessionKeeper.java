package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.tableau.SharedSession.Health;

/**
 * Keeps one session for one credential, site and user: signs in when one is needed, once for all who need it at that time;
 * renews it before Tableau would end it; and finds out what is wrong when a call is refused. Safe for use by several threads.
 *
 * <p>A session that is replaced is not signed out: others may still use it, and it ends by itself.
 */
public final class SessionKeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionKeeper.class.getName());

    /** What keepers work with; one for all of an application. */
    public record Tools(
            TableauSignIns signIns,
            TableauRestClient rest,
            MonotonicClock clock,
            Duration patience,
            DoubleSupplier random) {}

    private final SignInPlace place;
    private final TableauCredential credential;
    private final Tools tools;
    private final Circuit circuit;
    private final Losses losses;
    private final Object lock = new Object();
    // Written under the lock only.
    private volatile @Nullable SharedSession kept;
    private @Nullable AwaitedSession underWay;
    private volatile long lastUsed;
    private boolean closed;

    /** Signs in when it is first asked for a session. */
    public SessionKeeper(SignInPlace place, TableauCredential credential, Tools tools) {
        this.place = place;
        this.credential = credential;
        this.tools = tools;
        this.circuit = new Circuit(tools.random());
        this.losses = new Losses(credential, tools.random());
        this.lastUsed = tools.clock().nanos();
    }

    /**
     * A session that lives, as far as is known.
     *
     * @throws TableauException if there is none; while trying again cannot help, without asking Tableau
     */
    public SharedSession session() {
        @Nullable SharedSession good = good();
        return good == null ? renewed() : good;
    }

    /** The session, if nothing is to be done about it: without the lock, for which all requests would queue. */
    private @Nullable SharedSession good() {
        long now = tools.clock().nanos();
        @Nullable SharedSession session = kept;
        if (session == null || !session.isFresh(now)) {
            return null;
        }
        lastUsed = now;
        session.use(now);
        return session;
    }

    private SharedSession renewed() {
        AwaitedSession awaited;
        boolean isMine = false;
        synchronized (lock) {
            long now = tools.clock().nanos();
            lastUsed = now;
            requireOpen();
            @Nullable SharedSession usable = usable(now);
            if (usable != null && (usable.isFresh(now) || circuit.isOpen(now))) {
                usable.use(now);
                return usable;
            }
            if (underWay == null) {
                circuit.requireClosed(now);
                losses.requireCalm(now);
                underWay = new AwaitedSession();
                isMine = true;
            }
            awaited = underWay;
        }
        if (isMine) {
            provide(awaited);
        }
        return awaited.await(tools.patience());
    }

    /**
     * Calls Tableau with a session. If the call ends in SESSION_LOST, the session is renewed once and the call repeated once,
     * unless the session is so young, or so well known, that Tableau is asked first.
     *
     * @param call may be made twice
     * @throws TableauException what the call throws; SCOPE_MISSING, if it was refused although the session lives
     */
    public <T> T call(Function<? super SharedSession, T> call) {
        SharedSession first = session();
        try {
            return call.apply(first);
        } catch (TableauException e) {
            requireLoss(e);
        }
        if (first.isVouchedFor() || first.isYoung(tools.clock().nanos())) {
            first.reportLost();
        } else {
            first.end();
        }
        SharedSession second = session();
        if (second == first) {
            throw scopeMissing(first);
        }
        try {
            return call.apply(second);
        } catch (TableauException e) {
            requireLoss(e);
            throw explained(second, e);
        }
    }

    private static void requireLoss(TableauException e) {
        if (e.kind() != Kind.SESSION_LOST) {
            throw e;
        }
    }

    private TableauException explained(SharedSession refused, TableauException refusal) {
        if (lives(refused)) {
            refused.vouch();
            return scopeMissing(refused);
        }
        refused.reportLost();
        return refusal;
    }

    /** Since when nobody has asked. */
    Duration idle() {
        return Duration.ofNanos(tools.clock().nanos() - lastUsed);
    }

    private void requireOpen() {
        if (closed) {
            throw new TableauException(
                    Kind.UNAVAILABLE, "the application is stopping, and its Tableau session with it");
        }
    }

    /** The session, if Tableau has most likely not ended it. */
    private @Nullable SharedSession usable(long now) {
        @Nullable SharedSession session = kept;
        return session != null && session.isUsable(now) ? session : null;
    }

    /** Whoever finds nothing under way provides for all who come until it is done; a failure is a failure for all of them. */
    private void provide(AwaitedSession awaited) {
        try {
            SharedSession next = next();
            if (accepted(next)) {
                awaited.come(next);
            } else {
                signOut(next);
                awaited.fail(new TableauException(Kind.UNAVAILABLE, "the application is stopping"));
            }
        } catch (TableauException e) {
            @Nullable SharedSession old = refused(e);
            if (old == null) {
                awaited.fail(e);
            } else {
                awaited.come(old);
            }
        } catch (RuntimeException | Error e) {
            synchronized (lock) {
                underWay = null;
            }
            awaited.fail(e);
        }
    }

    private boolean accepted(SharedSession next) {
        synchronized (lock) {
            underWay = null;
            circuit.succeeded();
            if (!closed) {
                next.use(tools.clock().nanos());
                kept = next;
            }
            return !closed;
        }
    }

    /** The session before, if one can go on with it for a while. */
    private @Nullable SharedSession refused(TableauException failure) {
        LOG.log(Level.WARNING, "no new Tableau session: {0}", failure.getMessage());
        synchronized (lock) {
            underWay = null;
            long now = tools.clock().nanos();
            // A loss has a back-off of its own, which a sign-in that goes well does not end.
            if (failure.kind() != Kind.SESSION_LOST) {
                circuit.failed(failure, now);
            }
            return usable(now);
        }
    }

    private SharedSession next() {
        @Nullable SharedSession before = current();
        if (before != null && before.health() == Health.DOUBTED && lives(before)) {
            if (!before.isVouchedFor()) {
                LOG.log(Level.WARNING, scopeMissing(before)::getMessage);
            }
            before.vouch();
            return before;
        }
        if (before != null && before.health() != Health.GOOD) {
            forget();
        }
        long now = tools.clock().nanos();
        NewSession session = tools.signIns().signIn(place, credential);
        return new SharedSession(session, owner(session), now);
    }

    private @Nullable SharedSession current() {
        synchronized (lock) {
            return kept;
        }
    }

    private void forget() {
        synchronized (lock) {
            kept = null;
            losses.add(tools.clock().nanos());
        }
    }

    private CurrentSession owner(NewSession session) {
        try {
            return tools.rest().currentSession(session.server(), session.token());
        } catch (TableauException e) {
            tools.rest().signOut(session.server(), session.token());
            if (e.kind() == Kind.SESSION_LOST) {
                forget();
                throw new TableauException(
                        Kind.UNAVAILABLE, "Tableau ended a session that had just begun: " + e.getMessage());
            }
            throw e;
        }
    }

    private boolean lives(SharedSession session) {
        try {
            tools.rest().currentSession(session.server(), session.token());
            return true;
        } catch (TableauException e) {
            requireLoss(e);
            return false;
        }
    }

    private static TableauException scopeMissing(SharedSession session) {
        return new TableauException(
                Kind.SCOPE_MISSING,
                session.server()
                        + " refused a call although the session lives: a scope is missing from JWT_SCOPES, or the"
                        + " method is not open to JWTs");
    }

    private void signOut(SharedSession session) {
        tools.rest().signOut(session.server(), session.token());
    }

    /** Gives out no more sessions, and signs out. No error if that was done before, or the session has ended. */
    @Override
    public void close() {
        @Nullable SharedSession last;
        synchronized (lock) {
            closed = true;
            last = kept;
            kept = null;
        }
        if (last != null) {
            signOut(last);
        }
    }
}
