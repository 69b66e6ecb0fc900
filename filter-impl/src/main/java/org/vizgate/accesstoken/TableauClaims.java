package org.vizgate.accesstoken;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.vizgate.session.Secret;

/**
 * The Tableau session inside an access token.
 *
 * @param server base address of Tableau: an absolute http or https URL without user information
 * @param accessToken the session token, never empty
 * @param userId the user's LUID, never empty
 * @param userName for display; may be empty
 * @param siteId the site's LUID; empty when Tableau did not tell it
 * @param siteContentUrl empty for the Default site of a Server
 * @param expiresAt when Tableau ends the session, in whole seconds (fractions are cut off)
 */
public record TableauClaims(
        URI server,
        Secret accessToken,
        String userId,
        String userName,
        String siteId,
        String siteContentUrl,
        Instant expiresAt) {
    /** @throws IllegalArgumentException if the server is no such URL, or the token or user id is empty */
    public TableauClaims {
        if (!isAbsolute(server)) {
            throw new IllegalArgumentException("tableauServer is not an absolute URL");
        }
        if (accessToken.isEmpty() || userId.isEmpty()) {
            throw new IllegalArgumentException("tableauAccessToken or tableauUserId is empty");
        }
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(siteContentUrl, "siteContentUrl");
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean isAbsolute(URI server) {
        boolean web = "https".equalsIgnoreCase(server.getScheme()) || "http".equalsIgnoreCase(server.getScheme());
        return web && server.getHost() != null && server.getUserInfo() == null;
    }
}
