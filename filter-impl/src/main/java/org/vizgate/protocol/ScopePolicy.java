package org.vizgate.protocol;

import java.util.Optional;
import java.util.Set;

import org.vizgate.scope.Scopes;

/**
 * Which scopes a client may be granted.
 *
 * @param supported what may be granted, and what is granted when a client asks for nothing
 * @param isOff whether scopes mean nothing here: requests are accepted and grant none
 */
public record ScopePolicy(Scopes supported, boolean isOff) {
    // Clients ask for these out of habit, for refresh tokens and for OpenID Connect; they grant nothing here.
    private static final Set<String> HABITS =
            Set.of("offline_access", "openid", "profile", "email", "address", "phone");

    /**
     * The scopes to grant for a {@code scope} parameter: those of it that can be granted, and all there are if it names none
     * (RFC 6749 section 3.3 lets a server grant less, as long as it says so). A wildcard is granted only if it is listed.
     *
     * @throws OAuthException invalid_scope, if none of the scopes can be granted
     */
    public Scopes granted(Optional<String> requested) {
        Scopes asked = parsed(requested);
        if (isOff || asked.isEmpty() || supported.isEmpty()) {
            return isOff ? Scopes.none() : supported;
        }
        Scopes possible =
                Scopes.of(asked.values().stream().filter(this::isGrantable).toList());
        if (possible.isEmpty()) {
            throw new OAuthException(ErrorCode.INVALID_SCOPE, "none of the requested scopes can be granted here");
        }
        return possible;
    }

    private boolean isGrantable(String scope) {
        return supported.values().contains(scope) || (!scope.endsWith(":*") && supported.covers(scope));
    }

    /**
     * The scopes for a request that may narrow what was granted before, but not widen it (RFC 6749 section 6).
     *
     * @throws OAuthException invalid_scope, if it asks for more
     */
    public Scopes narrowed(Scopes granted, Optional<String> requested) {
        Scopes asked = parsed(requested);
        if (isOff) {
            return Scopes.none();
        }
        if (asked.isEmpty()) {
            return granted;
        }
        if (!granted.covers(asked)) {
            throw new OAuthException(ErrorCode.INVALID_SCOPE, "the scope is more than what was granted");
        }
        return asked;
    }

    private static Scopes parsed(Optional<String> requested) {
        try {
            Scopes asked = Scopes.parse(requested.orElse(null));
            return Scopes.of(asked.values().stream()
                    .filter(scope -> !HABITS.contains(scope))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new OAuthException(ErrorCode.INVALID_SCOPE, "the scope has a forbidden character");
        }
    }
}
