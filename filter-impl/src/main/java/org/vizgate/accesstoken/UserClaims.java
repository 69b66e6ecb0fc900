package org.vizgate.accesstoken;

import java.util.Objects;

/**
 * Who signed in at Tableau for an access token without a Tableau session; their LUID is the token's subject.
 *
 * @param userName never empty
 * @param siteContentUrl of the site they signed in to; empty for the Default site of a Server
 */
public record UserClaims(String userName, String siteContentUrl) {
    /** @throws IllegalArgumentException if the name is empty */
    public UserClaims {
        if (userName.isEmpty()) {
            throw new IllegalArgumentException("tableauUserName is empty");
        }
        Objects.requireNonNull(siteContentUrl, "siteContentUrl");
    }
}
