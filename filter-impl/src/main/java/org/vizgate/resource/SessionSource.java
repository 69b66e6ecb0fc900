package org.vizgate.resource;

import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.protocol.OAuthException;

/** Where the Tableau session of a request comes from. */
public sealed interface SessionSource permits EmbeddedSessions, SharedSessions {
    /**
     * The caller whom an access token names, with the session for this request.
     *
     * @param token for this resource, and not revoked
     * @throws OAuthException invalid_token, if the token does not do; temporarily_unavailable, if there is no session now
     */
    Standing standing(VerifiedAccessToken token);

    /** A number that grows whenever what was said before its time may not be true any more. */
    long changes();
}
