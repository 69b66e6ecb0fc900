package org.vizgate.tableau;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

import org.vizgate.session.Secret;

/**
 * What Tableau's authorization server gave for a code or a refresh token.
 *
 * @param server where the token may be sent: scheme, host and port, without a path
 * @param accessToken a REST session token, for {@code X-Tableau-Auth}; not a bearer token
 * @param expiresAt when the access token ends, by our clock
 * @param refreshToken the one to use next; the one before may be dead now
 */
public record UpstreamGrant(URI server, Secret accessToken, Instant expiresAt, Secret refreshToken) {
    public UpstreamGrant {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(refreshToken, "refreshToken");
    }
}
