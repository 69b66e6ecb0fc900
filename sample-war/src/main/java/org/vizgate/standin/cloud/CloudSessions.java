package org.vizgate.standin.cloud;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.vizgate.standin.credential.CloudIdentity;
import org.vizgate.standin.session.SessionLimits;

/** The live sessions of Cloud Manager, which have nothing to do with those of sites. Safe for use by several threads. */
public final class CloudSessions {
    private static final SessionLimits LIMITS = SessionLimits.CLOUD_MANAGER;

    private final Map<String, CloudSession> byToken = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Supplier<String> random;

    /** @param random makes the two unguessable parts of a token */
    public CloudSessions(Clock clock, Supplier<String> random) {
        this.clock = clock;
        this.random = random;
    }

    CloudSession create(CloudIdentity identity) {
        // With all the characters that real tokens have and that some clients are tempted to encode.
        String token = random.get() + "+/==:" + random.get();
        CloudSession session = new CloudSession(token, identity, clock.instant(), clock.instant());
        byToken.values().removeIf(old -> !isAlive(old));
        byToken.put(token, session);
        return session;
    }

    static Instant end(CloudSession session) {
        return session.created().plus(LIMITS.lifetime());
    }

    Optional<CloudSession> use(String token) {
        return Optional.ofNullable(byToken.computeIfPresent(
                token, (same, session) -> isAlive(session) ? session.usedAt(clock.instant()) : null));
    }

    boolean end(String token) {
        CloudSession ended = byToken.remove(token);
        return ended != null && isAlive(ended);
    }

    /** Ends those that came from this credential. */
    void endAllOf(String credential) {
        byToken.values()
                .removeIf(session -> session.identity().access().credential().equals(credential));
    }

    /** Ends every one. */
    public void endAll() {
        byToken.clear();
    }

    /** How many are alive. */
    public long count() {
        return byToken.values().stream().filter(this::isAlive).count();
    }

    private boolean isAlive(CloudSession session) {
        return LIMITS.allow(session.created(), session.used(), clock.instant());
    }
}
