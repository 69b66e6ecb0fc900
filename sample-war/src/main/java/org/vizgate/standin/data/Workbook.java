package org.vizgate.standin.data;

import java.util.Set;

/**
 * A workbook of one site.
 *
 * @param luid a UUID in lower case
 * @param site the site's LUID
 * @param name what people read
 * @param readers LUIDs of the users who may see it; empty for every user of the site. Administrators see it anyway.
 */
public record Workbook(String luid, String site, String name, Set<String> readers) {
    public Workbook {
        readers = Set.copyOf(readers);
    }

    boolean isVisibleTo(User user) {
        return site.equals(user.site())
                && (readers.isEmpty() || readers.contains(user.luid()) || user.isAdministrator());
    }
}
