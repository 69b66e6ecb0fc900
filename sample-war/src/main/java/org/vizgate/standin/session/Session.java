package org.vizgate.standin.session;

import java.time.Instant;

import org.vizgate.standin.data.User;

/**
 * One live sign-in of one user on one site.
 *
 * @param token what the caller shows: three parts between bars, the last one the site's LUID
 * @param user who; the user tells the site
 * @param access what it came from and what it may do
 * @param created when it began; its absolute end counts from here
 * @param used when it was last used; its idle end counts from here
 */
public record Session(String token, User user, Access access, Instant created, Instant used) {
    Session usedAt(Instant now) {
        return new Session(token, user, access, created, now.isAfter(used) ? now : used);
    }

    /** Without the token, so that a session can be logged. */
    @Override
    public String toString() {
        return "Session[" + user.name() + " since " + created + "]";
    }
}
