package org.vizgate.resource;

import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.TableauCaller;

/** Where the Tableau session of a request comes from. */
public interface SessionSource {
    /**
     * The caller whom an access token names, with the session for this request.
     *
     * @param token for this resource, and not revoked
     * @throws OAuthException invalid_token, if the token does not do; temporarily_unavailable, if there is no session now
     */
    TableauCaller caller(VerifiedAccessToken token);
}
