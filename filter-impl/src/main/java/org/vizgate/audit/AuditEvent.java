package org.vizgate.audit;

import java.lang.System.Logger.Level;

/** What is written down. Names and reasons are fixed: programs read them. */
public enum AuditEvent {
    /** A client registered itself. */
    CLIENT_REGISTERED("client.registered"),
    /** A person let a client act for them. */
    CONSENT_GIVEN("consent.given"),
    /** A person did not. */
    CONSENT_REFUSED("consent.refused"),
    /** A person came back from Tableau, and the client gets a code. */
    SIGN_IN_COMPLETED("sign-in.completed"),
    /** A person came back from Tableau, and the client gets an error. */
    SIGN_IN_REFUSED("sign-in.refused"),
    /** A client got an access token; the reason is the grant type. */
    TOKEN_ISSUED("token.issued"),
    /** No token of a grant works any more. */
    GRANT_ENDED("grant.ended"),
    /** An endpoint refused a request; the reason is the error code, or the name of the page. */
    REQUEST_REFUSED("request.refused"),
    /** The application was not reached; the reason is the error code. */
    ACCESS_REFUSED("access.refused");

    private final String wireName;

    AuditEvent(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    Level level() {
        return this == ACCESS_REFUSED ? Level.DEBUG : Level.INFO;
    }
}
