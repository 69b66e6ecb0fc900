package org.vizgate.standin.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param lifetime from its start, however busy it is
 * @param idle from its last use
 */
public record SessionLimits(Duration lifetime, Duration idle) {
    /** As Tableau Cloud has it: two hours, and half an hour without a call. */
    public static final SessionLimits CLOUD = new SessionLimits(Duration.ofHours(2), Duration.ofMinutes(30));

    public SessionLimits {
        if (lifetime.isNegative() || lifetime.isZero() || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("a session lives longer than nothing");
        }
    }

    // A session that ends now has ended.
    boolean allow(Session session, Instant now) {
        return now.isBefore(session.created().plus(lifetime))
                && now.isBefore(session.used().plus(idle));
    }
}
