package org.vizgate.standin.data;

/**
 * A user of one site.
 *
 * @param luid a UUID in lower case, the user's on this site only
 * @param site the site's LUID
 * @param name the sign-in name; the same on another site is the same person there
 * @param fullName what people read
 * @param siteRole Tableau's name of the role, such as {@code Explorer}
 */
public record User(String luid, String site, String name, String fullName, String siteRole) {
    public boolean isAdministrator() {
        return siteRole.contains("Administrator");
    }

    /** Of the whole server, not only of this site. */
    public boolean isServerAdministrator() {
        return siteRole.equals("ServerAdministrator");
    }
}
