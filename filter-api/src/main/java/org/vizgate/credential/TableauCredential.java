package org.vizgate.credential;

/**
 * What a program signs in to Tableau's REST API with (REST API reference, "Authentication Methods").
 *
 * <p>Which one? A {@link PersonalAccessToken} is the simplest, and to be preferred to a password: nobody types it, it can be
 * revoked alone, and it works where users sign in with SAML or a second factor. But it has one live session at a time, so
 * programs that run several times side by side need one each, or a {@link ConnectedApp}, or {@link UnifiedAccess}.
 */
public sealed interface TableauCredential
        permits PersonalAccessToken, UsernamePassword, ConnectedApp, UnifiedAccess, SignedJwt {
    /** The first version of the REST API that takes it. */
    ApiVersion oldestApiVersion();
}
