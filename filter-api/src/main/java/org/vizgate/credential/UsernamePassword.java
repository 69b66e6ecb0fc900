package org.vizgate.credential;

import org.vizgate.session.Secret;

/**
 * A user name and a password: Tableau Server only, and not for users who sign in with SAML, OpenID Connect or a second
 * factor. Prefer a {@link PersonalAccessToken}, with which no password has to be kept.
 */
public record UsernamePassword(String username, Secret password) implements TableauCredential {
    public UsernamePassword {
        Texts.require(username, "the user name");
        Texts.require(password, "the password");
    }

    @Override
    public ApiVersion oldestApiVersion() {
        return new ApiVersion(2, 0);
    }
}
