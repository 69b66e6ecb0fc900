package org.vizgate.standin.session;

import java.util.Optional;

/**
 * What a session came from and what it may do.
 *
 * @param credential a name for what it came from, so that its sessions can be found; empty when nobody will look
 * @param isExclusive whether the next session from the same credential ends this one
 * @param scopes what a JWT allowed; nothing at all for the other credentials, which open whatever their user may do
 */
public record Access(String credential, boolean isExclusive, Optional<Scopes> scopes) {
    /** Whatever the user may do. */
    public static final Access FULL = new Access("", false, Optional.empty());

    /** By personal access token, which has one live session at most. */
    public static Access byPersonalAccessToken(String name) {
        return new Access("pat:" + name, true, Optional.empty());
    }

    /** By a JWT with this {@code jti}, which may be empty. */
    public static Access byJwt(String id, Scopes scopes) {
        return new Access("jwt:" + id, false, Optional.of(scopes));
    }

    public boolean isByJwt() {
        return scopes.isPresent();
    }

    public boolean covers(String scope) {
        return scopes.isEmpty() || scopes.get().covers(scope);
    }
}
