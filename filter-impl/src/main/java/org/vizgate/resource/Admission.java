package org.vizgate.resource;

import java.time.Instant;

import org.vizgate.protocol.Resource;
import org.vizgate.session.TableauCaller;

/**
 * That the caller with a token was let in to a resource, and how long that may be said again without looking. This is the
 * gate's fast path: an admission hangs on its token, and as long as it {@linkplain #holds} the caller in it is the answer.
 *
 * <p>It says nothing that the long way would not say at the same instant: it ends when the token does, when revocations or
 * Tableau would be asked again, and at any change that this node comes to know.
 *
 * @param until from that instant on, it has to be found out anew
 * @param changes how many {@linkplain Gate changes} there had been before it was found out
 */
record Admission(Resource resource, TableauCaller caller, Instant until, long changes) {
    boolean holds(Resource asked, Instant now, long changesNow) {
        return changes == changesNow && now.isBefore(until) && resource.equals(asked);
    }
}
