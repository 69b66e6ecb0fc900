package org.vizgate.tableau;

/**
 * The Tableau site that a sign-in should or must be for.
 *
 * @param contentUrl of the wanted site; empty for the Default site or for none
 * @param isLocked whether no other site will do
 */
public record SiteLock(String contentUrl, boolean isLocked) {
    /** Whether a sign-in to the site with this content URL is accepted. */
    public boolean admits(String signedInContentUrl) {
        return !isLocked || contentUrl.equals(signedInContentUrl);
    }

    /** A content URL as people read it. */
    public static String named(String contentUrl) {
        return contentUrl.isEmpty() ? "Default" : contentUrl;
    }
}
