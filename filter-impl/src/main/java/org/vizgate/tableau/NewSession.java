package org.vizgate.tableau;

import java.net.URI;
import java.util.Objects;

import org.vizgate.credential.ApiVersion;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;

/**
 * What a sign-in, or a switch of the site, gave.
 *
 * @param userId LUID of the user that Tableau acts for, who may be another than the one who signed in
 */
public record NewSession(URI server, ApiVersion apiVersion, TableauSite site, String userId, Secret token) {
    public NewSession {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(token, "token");
    }
}
