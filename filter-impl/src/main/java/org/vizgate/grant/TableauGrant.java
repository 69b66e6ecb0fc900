package org.vizgate.grant;

import java.net.URI;
import java.time.Instant;

import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

/**
 * What a user's sign-in at Tableau gave us. The refresh token never leaves this server.
 *
 * @param clientId the identifier we used at Tableau for this sign-in; its refresh needs the same
 * @param server base address of the Tableau that issued the tokens
 * @param accessToken the Tableau session
 * @param expiresAt when that session ends at the latest
 */
public record TableauGrant(
        String clientId,
        URI server,
        Secret accessToken,
        Instant expiresAt,
        Secret refreshToken,
        TableauSite site,
        TableauUser user) {

    /** The same sign-in with tokens that Tableau renewed. */
    public TableauGrant renewed(Secret newAccessToken, Instant newExpiresAt, Secret newRefreshToken) {
        return new TableauGrant(clientId, server, newAccessToken, newExpiresAt, newRefreshToken, site, user);
    }
}
