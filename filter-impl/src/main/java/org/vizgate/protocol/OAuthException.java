package org.vizgate.protocol;

/**
 * A refusal: what the client sees, and a reason for the log.
 *
 * <p>The message is the reason: the fact, never a token, code, password or key.
 */
public final class OAuthException extends RuntimeException {
    private final transient OAuthError error;

    /** A refusal whose description is good enough for the log as well. */
    public OAuthException(ErrorCode code, String description) {
        this(code, description, description);
    }

    /** @param reason for the log: may tell more than the client should know, but no secret */
    public OAuthException(ErrorCode code, String description, String reason) {
        super(reason, null, false, false);
        this.error = new OAuthError(code, description);
    }

    public OAuthError error() {
        return error;
    }

    public ErrorCode code() {
        return error.code();
    }
}
