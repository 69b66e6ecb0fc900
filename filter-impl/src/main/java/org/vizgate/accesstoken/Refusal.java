package org.vizgate.accesstoken;

import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/** How an access token is refused: alike for every client, with a reason for the log (RFC 6750 section 3.1). */
final class Refusal {
    private static final String DESCRIPTION = "The access token is invalid or has expired";

    private Refusal() {}

    /** @param reason fixed text, nothing that the token says */
    static OAuthException because(String reason) {
        return new OAuthException(ErrorCode.INVALID_TOKEN, DESCRIPTION, "access token refused: " + reason);
    }
}
