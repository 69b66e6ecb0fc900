package org.vizgate.session;

import java.util.Objects;

/**
 * The HTTP header that carries a Tableau session to Tableau.
 *
 * @param name the header's name, for example {@code X-Tableau-Auth}
 * @param value the header's value, to be sent to {@link TableauSession#server()} and nowhere else
 */
public record SessionHeader(String name, Secret value) {
    public SessionHeader {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
