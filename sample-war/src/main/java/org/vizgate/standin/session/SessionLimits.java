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

    /** As Tableau Cloud Manager has it: four hours, and half an hour without a call. */
    public static final SessionLimits CLOUD_MANAGER = new SessionLimits(Duration.ofHours(4), Duration.ofMinutes(30));

    public SessionLimits {
        if (lifetime.isNegative() || lifetime.isZero() || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("a session lives longer than nothing");
        }
    }

    /** Whether a session with this start and this last use is still alive; one that ends now has ended. */
    public boolean allow(Instant created, Instant used, Instant now) {
        return now.isBefore(created.plus(lifetime)) && now.isBefore(used.plus(idle));
    }
}
