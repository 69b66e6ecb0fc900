package org.vizgate.tableau;

import java.net.URI;
import java.util.Objects;

/**
 * A sign-in that a browser is about to begin at Tableau.
 *
 * @param clientId a fresh random UUID; the exchange and every refresh need the same one
 * @param redirectUri our callback
 * @param codeChallenge the S256 challenge of a verifier that stays here (RFC 7636 section 4.2)
 * @param state comes back with the code
 * @param deviceName readable, shown to the user in Tableau's list of connected devices
 * @param targetSite content URL of the wanted site; may be empty
 * @param siteLocked whether no other site will do, so that Tableau need not ask
 */
public record SignInRequest(
        String clientId,
        URI redirectUri,
        String codeChallenge,
        String state,
        String deviceName,
        String targetSite,
        boolean siteLocked) {
    public SignInRequest {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(redirectUri, "redirectUri");
        Objects.requireNonNull(codeChallenge, "codeChallenge");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(deviceName, "deviceName");
        Objects.requireNonNull(targetSite, "targetSite");
    }

    /** Shows the site only: the state binds a browser. */
    @Override
    public String toString() {
        return "SignInRequest[targetSite=" + targetSite + ", siteLocked=" + siteLocked + "]";
    }
}
