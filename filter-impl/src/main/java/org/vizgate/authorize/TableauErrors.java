package org.vizgate.authorize;

import java.util.regex.Pattern;

import org.vizgate.credential.TableauException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthError;

/** What a client is told when Tableau does not do its part of a sign-in. */
final class TableauErrors {
    private static final Pattern ERROR_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    private TableauErrors() {}

    static OAuthError forClient(TableauException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, THROTTLED ->
                new OAuthError(ErrorCode.TEMPORARILY_UNAVAILABLE, "Tableau cannot be reached now, try again later");
            case CREDENTIALS_REJECTED, SESSION_LOST, SCOPE_MISSING, FORBIDDEN ->
                new OAuthError(ErrorCode.ACCESS_DENIED, "Tableau did not accept the sign-in");
            case CONFIGURATION, NOT_FOUND, NOT_TABLEAU ->
                new OAuthError(ErrorCode.SERVER_ERROR, "the connection to Tableau is not set up correctly");
        };
    }

    /** An {@code error} parameter as it may stand in a log. */
    static String named(String error) {
        return ERROR_NAME.matcher(error).matches() ? error : "an error with an unusual name";
    }
}
