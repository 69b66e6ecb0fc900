package org.vizgate.standin.cloud;

import java.time.Instant;

import org.vizgate.standin.credential.CloudIdentity;

/**
 * One live sign-in of a cloud administrator.
 *
 * @param token what the caller shows
 * @param identity who, and what the session may do
 * @param created when it began
 * @param used when it was last used
 */
record CloudSession(String token, CloudIdentity identity, Instant created, Instant used) {
    CloudSession usedAt(Instant now) {
        return new CloudSession(token, identity, created, now);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "CloudSession[" + identity.administrator().name() + " since " + created + "]";
    }
}
