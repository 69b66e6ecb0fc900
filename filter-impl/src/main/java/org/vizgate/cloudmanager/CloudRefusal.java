package org.vizgate.cloudmanager;

import java.util.Optional;

import org.vizgate.credential.TableauException.Kind;

/**
 * Why Cloud Manager's answer is not what was asked for, and what to do. Which statuses it uses is not documented: these are
 * what HTTP says they mean (RFC 9110 section 15).
 */
enum CloudRefusal {
    REDIRECTED(Kind.CONFIGURATION, "it redirects: use the final https address of Cloud Manager"),
    LOGIN_REJECTED(
            Kind.CREDENTIALS_REJECTED,
            "Cloud Manager refuses the login: it takes its own personal access tokens, not those of a site, and unified"
                    + " access tokens of a configuration that lists the tenant's id and is enabled"),
    NOT_ADMINISTRATOR(Kind.FORBIDDEN, "Cloud Manager is for cloud administrators only"),
    NO_LOGIN(Kind.CONFIGURATION, "there is no such login: look at Cloud Manager's address"),
    SESSION_ENDED(Kind.SESSION_LOST, "the session has ended: sign in again"),
    NOT_ALLOWED(
            Kind.FORBIDDEN,
            "the administrator may not do this, or a scope is missing from the unified access token that signed in"),
    NOT_THERE(Kind.NOT_FOUND, "Cloud Manager does not know it, or not under this path"),
    WRONG_VERB(
            Kind.CONFIGURATION,
            "Cloud Manager has another verb for this, which CloudManagerSignIn.calling can set, or some redirect has"
                    + " changed the request"),
    NOT_ACCEPTED(Kind.CONFIGURATION, "Cloud Manager does not take this request"),
    TOO_MANY(Kind.THROTTLED, "too many requests: wait before the next"),
    IN_TROUBLE(Kind.UNAVAILABLE, "try again later"),
    FOREIGN(
            Kind.NOT_TABLEAU,
            "this is no answer of Cloud Manager: is the address right, or is there a login page of a proxy in between?");

    final Kind kind;
    final String advice;

    CloudRefusal(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    /** @param code Cloud Manager's own; without one, a gateway may have answered */
    static CloudRefusal of(int status, Optional<String> code, boolean hasSession) {
        return hasSession ? ofSessionCall(status, code) : ofLogin(status, code);
    }

    private static CloudRefusal ofLogin(int status, Optional<String> code) {
        return switch (status) {
            case 400 -> code.isPresent() ? LOGIN_REJECTED : FOREIGN;
            case 401 -> LOGIN_REJECTED;
            case 403 -> NOT_ADMINISTRATOR;
            case 404 -> NO_LOGIN;
            default -> ofAnyCall(status, code);
        };
    }

    private static CloudRefusal ofSessionCall(int status, Optional<String> code) {
        return switch (status) {
            case 401 -> SESSION_ENDED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_THERE;
            default -> ofAnyCall(status, code);
        };
    }

    private static CloudRefusal ofAnyCall(int status, Optional<String> code) {
        return switch (status) {
            case 405 -> WRONG_VERB;
            case 408 -> IN_TROUBLE;
            case 429 -> TOO_MANY;
            default -> ofClass(status / 100, code);
        };
    }

    private static CloudRefusal ofClass(int hundreds, Optional<String> code) {
        return switch (hundreds) {
            case 3 -> REDIRECTED;
            case 5 -> IN_TROUBLE;
            default -> code.isPresent() ? NOT_ACCEPTED : FOREIGN;
        };
    }
}
