package org.vizgate.tableau;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Tableau did not do what was asked. The message says what to do about it, and holds no secret. */
public final class TableauException extends RuntimeException {
    /** What a caller can do about it. */
    public enum Kind {
        /** An address, a certificate or a server setting is wrong: repeating does not help. */
        CONFIGURATION,
        /** Tableau refused the code, the refresh token or the credentials. */
        CREDENTIALS_REJECTED,
        /** The session token is dead, or not one. */
        SESSION_LOST,
        /** The user may not do this. */
        FORBIDDEN,
        /** Tableau does not know the thing, or this version of the path. */
        NOT_FOUND,
        /** Too many requests: try again after {@link #retryAfter()}. */
        THROTTLED,
        /** Tableau did not answer, or answered with an error of its own. */
        UNAVAILABLE,
        /** The answer was not Tableau's: a login page or a proxy in between. */
        NOT_TABLEAU
    }

    private final Kind kind;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    TableauException(Kind kind, String message) {
        this(kind, message, null, null, null);
    }

    TableauException(
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

    /** Tableau's error code of six digits, if it sent one: 401002 is a dead session. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** How long to wait, if Tableau said so; at most five minutes. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
