package org.vizgate.standin.credential;

import java.util.Map;

import org.vizgate.standin.session.Scopes;

/**
 * A connected app with direct trust: whoever has one of its secrets may sign in as any user of its site.
 *
 * @param clientId the {@code iss} of its JWTs
 * @param site LUID of the site it belongs to
 * @param secrets by secret id, the {@code kid}; two at most
 * @param scopes what it may be asked for; everything, when there are none
 * @param enabled whether it may be used at all
 */
public record ConnectedApp(String clientId, String site, Map<String, String> secrets, Scopes scopes, boolean enabled) {
    /** @throws IllegalArgumentException for more than two secrets */
    public ConnectedApp {
        secrets = Map.copyOf(secrets);
        if (secrets.size() > 2) {
            throw new IllegalArgumentException("a connected app has two secrets at most");
        }
    }

    boolean allows(Scopes asked) {
        return scopes.names().isEmpty() || scopes.covers(asked);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ConnectedApp[" + clientId + "]";
    }
}
