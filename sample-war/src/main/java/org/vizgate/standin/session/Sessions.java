package org.vizgate.standin.session;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.vizgate.standin.data.User;

/** All live sessions, by token. Safe for use by several threads. */
public final class Sessions {
    private static final int SWEEP_ABOVE = 10_000;

    private final Map<String, Session> byToken = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SessionLimits limits;
    private final Supplier<String> random;

    /** @param random makes the two unguessable parts of a token */
    public Sessions(Clock clock, SessionLimits limits, Supplier<String> random) {
        this.clock = clock;
        this.limits = limits;
        this.random = random;
    }

    public SessionLimits limits() {
        return limits;
    }

    /** A session in which {@code user} may do everything. */
    public Session create(User user) {
        return create(user, Access.FULL);
    }

    /** A session, which ends the others of its credential if that has only one at a time. */
    public synchronized Session create(User user, Access access) {
        if (byToken.size() > SWEEP_ABOVE) {
            endWhere(session -> !isAlive(session));
        }
        if (access.isExclusive()) {
            endWhere(session -> session.access().credential().equals(access.credential()));
        }
        String token = random.get() + "|" + random.get() + "|" + user.site();
        Session session = new Session(token, user, access, clock.instant(), clock.instant());
        byToken.put(token, session);
        return session;
    }

    /** The live session of this token, whose idle time starts anew. */
    public Optional<Session> use(String token) {
        return Optional.ofNullable(byToken.computeIfPresent(
                token, (same, session) -> isAlive(session) ? session.usedAt(clock.instant()) : null));
    }

    /** Ends the session, and tells whether there was a live one. */
    public boolean end(String token) {
        Session ended = byToken.remove(token);
        return ended != null && isAlive(ended);
    }

    /** How many live sessions there are of which {@code chosen} is true. */
    public long count(Predicate<Session> chosen) {
        return byToken.values().stream().filter(this::isAlive).filter(chosen).count();
    }

    public void endWhere(Predicate<Session> chosen) {
        byToken.values().removeIf(chosen);
    }

    public void endAll() {
        byToken.clear();
    }

    private boolean isAlive(Session session) {
        return limits.allow(session.created(), session.used(), clock.instant());
    }
}
