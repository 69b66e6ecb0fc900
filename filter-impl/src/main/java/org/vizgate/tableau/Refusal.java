package org.vizgate.tableau;

import java.util.Optional;

import org.vizgate.credential.TableauException.Kind;

/** Why an answer is not what was asked for, and what an administrator or a caller can do about it. */
enum Refusal {
    REDIRECTED(Kind.CONFIGURATION, "it redirects: set SERVER to the final https address"),
    WRONG_VERB(
            Kind.CONFIGURATION,
            "some redirect has changed the request: set SERVER to the final https address; on Tableau Cloud, to the pod"),
    UNKNOWN_REQUEST(Kind.CONFIGURATION, "Tableau does not take this request: look at TABLEAU_API_VERSION"),
    NO_TOKEN_ENDPOINT(Kind.CONFIGURATION, "sign-in by browser needs Tableau Server 2025.3 or newer, or Tableau Cloud"),
    GRANT_REJECTED(Kind.CREDENTIALS_REJECTED, "Tableau refuses the code or the refresh token: sign in again"),
    SIGN_IN_REJECTED(Kind.CREDENTIALS_REJECTED, "Tableau refuses the sign-in"),
    NO_SUCH_USER(Kind.NOT_FOUND, "the user to act as does not exist: give the LUID, not the name"),
    MAY_NOT_SIGN_IN(
            Kind.FORBIDDEN, "the user may not sign in, or may not act as another: only server administrators may"),
    NO_SIGN_IN(Kind.CONFIGURATION, "Tableau has no sign-in there: look at SERVER and TABLEAU_API_VERSION"),
    SESSION_ENDED(Kind.SESSION_LOST, "the Tableau session has ended: sign in again"),
    NOT_ALLOWED(Kind.FORBIDDEN, "the user may not do this in Tableau"),
    NOT_THERE(Kind.NOT_FOUND, "look at SERVER and TABLEAU_API_VERSION"),
    TOO_MANY(Kind.THROTTLED, "too many requests: wait before the next"),
    IN_TROUBLE(Kind.UNAVAILABLE, "try again later"),
    FOREIGN(Kind.NOT_TABLEAU, "this is no answer of Tableau: is SERVER right, or is there a proxy in between?");

    private static final String USER_NOT_FOUND = "404002";
    private static final String METHOD_NOT_ALLOWED = "405000";

    final Kind kind;
    final String advice;

    Refusal(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    /** Of any endpoint. Without a code of Tableau the status decides, because gateways answer, too. */
    static Refusal ofAnyCall(int status, Optional<String> code) {
        if (code.filter(METHOD_NOT_ALLOWED::equals).isPresent()) {
            return WRONG_VERB;
        }
        return switch (status) {
            case 404 -> NOT_THERE;
            case 405 -> WRONG_VERB;
            case 429 -> TOO_MANY;
            case 408 -> IN_TROUBLE;
            default -> ofClass(status / 100, code);
        };
    }

    private static Refusal ofClass(int hundreds, Optional<String> code) {
        return switch (hundreds) {
            case 3 -> REDIRECTED;
            case 5 -> IN_TROUBLE;
            default -> code.isPresent() ? UNKNOWN_REQUEST : FOREIGN;
        };
    }

    /** Of a sign-in. A 401 is one whoever says it: some gateways answer without a body. */
    static Refusal ofSignIn(int status, Optional<String> code) {
        return switch (status) {
            case 401 -> SIGN_IN_REJECTED;
            case 403 -> MAY_NOT_SIGN_IN;
            case 404 -> code.filter(USER_NOT_FOUND::equals).isPresent() ? NO_SUCH_USER : NO_SIGN_IN;
            default -> ofAnyCall(status, code);
        };
    }

    /** Of a call with a session. */
    static Refusal ofSessionCall(int status, Optional<String> code) {
        return switch (status) {
            // Tableau gives every 401 a code. One without is of a gateway, whose trouble must not sign users out.
            case 401 -> code.isPresent() ? SESSION_ENDED : FOREIGN;
            case 403 -> NOT_ALLOWED;
            default -> ofAnyCall(status, code);
        };
    }

    /**
     * Of the token endpoint, whose error bodies are not documented: the status decides.
     *
     * @param isGateway whether something in between has answered, whose word is no refusal of Tableau
     */
    static Refusal ofTokenEndpoint(int status, Optional<String> code, boolean isGateway) {
        Refusal refusal = ofAnyCall(status, code);
        return switch (refusal) {
            // Nobody's credentials are to blame, so they must not be thrown away for it.
            case NOT_THERE -> NO_TOKEN_ENDPOINT;
            case UNKNOWN_REQUEST, FOREIGN -> status / 100 == 4 && !isGateway ? GRANT_REJECTED : FOREIGN;
            default -> refusal;
        };
    }
}
