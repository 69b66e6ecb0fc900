package org.vizgate.grant;

/** Why a grant was ended before its time. */
public enum EndReason {
    /** Its authorization code was used again, by somebody who has the verifier. */
    CODE_REPLAYED("code-replayed"),
    /** A refresh token was used again after its successor was given out. */
    REFRESH_TOKEN_REUSED("refresh-token-reused"),
    /** Its client revoked it. */
    REVOKED("revoked"),
    /** Tableau renews it no more. */
    TABLEAU_REFUSED("tableau-refused"),
    /** An administrator blocked the user. */
    USER_BLOCKED("user-blocked");

    private final String wireName;

    EndReason(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in the audit log. */
    public String wireName() {
        return wireName;
    }
}
