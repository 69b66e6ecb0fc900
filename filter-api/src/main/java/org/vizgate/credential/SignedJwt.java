package org.vizgate.credential;

import org.vizgate.session.Secret;

/**
 * A JWT that somebody else has signed, an identity provider for example. Not checked here: Tableau does.
 *
 * <p>It is good for one sign-in as a rule, so a session that it made cannot be renewed with it.
 *
 * @param jwt in compact form
 * @param isUat whether it is a unified access token; otherwise it belongs to a connected app, or to an external
 *     authorization server that is registered as one
 */
public record SignedJwt(Secret jwt, boolean isUat) implements TableauCredential, CloudManagerCredential {
    public SignedJwt {
        Texts.require(jwt, "a JWT");
    }

    /** The JWT of a connected app. */
    public static SignedJwt ofConnectedApp(Secret jwt) {
        return new SignedJwt(jwt, false);
    }

    /** A unified access token. */
    public static SignedJwt ofUnifiedAccess(Secret jwt) {
        return new SignedJwt(jwt, true);
    }

    @Override
    public ApiVersion oldestApiVersion() {
        return isUat ? new ApiVersion(3, 27) : new ApiVersion(3, 17);
    }
}
