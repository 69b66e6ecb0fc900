package org.vizgate.session;

import java.util.Objects;

/**
 * A Tableau site.
 *
 * @param id the site's LUID, which REST paths take as {@code /sites/{id}/…}; empty when Tableau did not tell it
 * @param contentUrl the part after {@code /#/site/} in the browser's address; empty for the Default site of a Server
 */
public record TableauSite(String id, String contentUrl) {
    public TableauSite {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contentUrl, "contentUrl");
    }
}
