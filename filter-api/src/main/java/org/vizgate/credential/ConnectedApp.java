package org.vizgate.credential;

import java.util.Objects;

import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/**
 * A connected app with direct trust: a secret with which JWTs are signed that let a program act as any user of the site. REST
 * API 3.17 or newer. It is more powerful than a personal access token, so the user's name must come from who has proven to be
 * that user.
 *
 * <p>A new JWT is signed for each sign-in; it is valid for five minutes.
 *
 * @param clientId of the app
 * @param secretId which of the app's secrets it is
 * @param secretValue the secret as Tableau shows it
 * @param username whom to act as: the user name on Server, the e-mail address on Cloud; case counts
 * @param extras what the JWT says apart from that; a JWT without scopes is refused by most REST calls
 */
public record ConnectedApp(String clientId, String secretId, Secret secretValue, String username, JwtExtras extras)
        implements TableauCredential {
    public ConnectedApp {
        Texts.require(clientId, "the client id of the connected app");
        Texts.require(secretId, "the secret id of the connected app");
        Texts.require(secretValue, "the secret value of the connected app");
        Texts.require(username, "the user name");
        Objects.requireNonNull(extras, "extras");
    }

    public ConnectedApp(String clientId, String secretId, Secret secretValue, String username) {
        this(clientId, secretId, secretValue, username, JwtExtras.none());
    }

    /** The same, asking for these scopes: a scope that the app was not given makes Tableau refuse the sign-in. */
    public ConnectedApp withScopes(String... scopes) {
        return with(extras.withScopes(Scopes.of(scopes)));
    }

    /** The same, acting as another user. */
    public ConnectedApp withUsername(String other) {
        return new ConnectedApp(clientId, secretId, secretValue, other, extras);
    }

    public ConnectedApp with(JwtExtras others) {
        return new ConnectedApp(clientId, secretId, secretValue, username, others);
    }

    @Override
    public ApiVersion oldestApiVersion() {
        return new ApiVersion(3, 17);
    }
}
