package org.vizgate.credential;

import org.vizgate.session.Secret;

/**
 * A personal access token of a user of a site or a server, made on their "My Account Settings" page. REST API 3.6 or newer.
 *
 * <p>One token has one live session: signing in again with it, from anywhere and to any site, ends the session before. It
 * ends after 15 days without use, at the age an administrator set, and when its user's way to sign in changes.
 *
 * @param name as shown on that page; case counts
 * @param secret shown there once
 */
public record PersonalAccessToken(String name, Secret secret) implements TableauCredential {
    public PersonalAccessToken {
        Texts.require(name, "the name of a personal access token");
        Texts.require(secret, "the secret of a personal access token");
    }

    @Override
    public ApiVersion oldestApiVersion() {
        return new ApiVersion(3, 6);
    }
}
