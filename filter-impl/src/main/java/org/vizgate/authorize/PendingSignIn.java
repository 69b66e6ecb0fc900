package org.vizgate.authorize;

import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that went to Tableau and has not come back.
 *
 * @param state random; names the cookie and is the {@code state} at Tableau
 * @param tableauClientId our identifier at Tableau for this sign-in
 * @param codeVerifier ours towards Tableau (RFC 7636)
 * @param consentOf the user whose remembered consent let the page be skipped
 */
record PendingSignIn(
        String state,
        AuthorizationRequest request,
        String tableauClientId,
        String codeVerifier,
        Instant expiresAt,
        Optional<String> consentOf) {
    @Override
    public String toString() {
        return "PendingSignIn[" + request.client() + "]";
    }
}
