package org.vizgate.credential;

import java.util.Objects;

import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

/**
 * Whose session a token is, as Tableau itself says.
 *
 * @param siteName the site's display name: never compare it with a content URL, two sites can be crossed that way
 */
public record CurrentSession(TableauUser user, TableauSite site, String siteName) {
    public CurrentSession {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(siteName, "siteName");
    }
}
