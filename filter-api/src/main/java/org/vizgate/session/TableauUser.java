package org.vizgate.session;

import java.util.Objects;

/**
 * A Tableau user, as Tableau itself named it.
 *
 * @param id the user's LUID: stable, and different on every site; the identity to store
 * @param name the sign-in name (an e-mail address on Tableau Cloud): for display; two sites may use one name for two people
 */
public record TableauUser(String id, String name) {
    public TableauUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
