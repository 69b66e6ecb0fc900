package org.vizgate.credential;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Tableau did not do what was asked. The message says what to do about it, and holds no secret. */
public final class TableauException extends RuntimeException {
    /** What a caller can do about it. */
    public enum Kind {
        /** An address, a certificate, a version or a setting is wrong: repeating does not help. */
        CONFIGURATION,
        /**
         * Tableau refused the credentials, or the site: it does not tell which (error 401001). Repeating does not help until
         * one is corrected, and may lock the user out.
         */
        CREDENTIALS_REJECTED,
        /** The session has ended: sign in again. */
        SESSION_LOST,
        /**
         * The session lives, and Tableau refuses the call: a scope is missing from the JWT that signed in, or the method is
         * not open to JWTs. A new sign-in with the same scopes does not help.
         */
        SCOPE_MISSING,
        /** The user may not do this. */
        FORBIDDEN,
        /** Tableau does not know the thing, or this version of the path. */
        NOT_FOUND,
        /** Too many requests: try again after {@link #retryAfter()}. */
        THROTTLED,
        /** Tableau did not answer, or answered with an error of its own: what may be repeated can be, later. */
        UNAVAILABLE,
        /** The answer was not Tableau's: a login page or a proxy in between. */
        NOT_TABLEAU
    }

    private final Kind kind;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    /** @param message what happened where, and what to do; without secrets */
    public TableauException(Kind kind, String message) {
        this(kind, message, null, null, null);
    }

    /**
     * @param message what happened where, and what to do; without secrets
     * @param code Tableau's own
     */
    public TableauException(
            Kind kind,
            String message,
            @Nullable String code,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** Tableau's error code of six digits, if it sent one: 401002 is a dead session. Cloud Manager has codes of other forms. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** How long to wait, if Tableau said so; at most five minutes. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
