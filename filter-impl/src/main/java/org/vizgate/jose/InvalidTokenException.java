package org.vizgate.jose;

/**
 * A text that is not a token of ours.
 *
 * <p>It carries a fixed {@link Reason} for the log and nothing of the token, and no cause, because a library's messages may
 * quote the token or its content. A client must not learn the reason: all are to be answered alike.
 */
public final class InvalidTokenException extends RuntimeException {
    /** Why a token was refused, in the order in which it is looked at. */
    public enum Reason {
        TOO_LONG("longer than any token of ours"),
        NOT_FIVE_PARTS("not five parts"),
        NOT_BASE64URL("a part is not canonical base64url"),
        HEADER_UNREADABLE("the header is too long or not JSON"),
        HEADER_MEMBER("the header has a member that is not allowed"),
        FOREIGN_ALGORITHM("an algorithm that is not ours"),
        WRONG_TYPE("another kind of token"),
        UNSIGNED("not signed, and unsigned tokens are not accepted"),
        UNKNOWN_KEY("no key of ours, or none named"),
        WRONG_LENGTH("a part has the wrong length"),
        NOT_DECRYPTED("the decryption failed"),
        NOT_SIGNED_BY_US("the content has no signature of ours"),
        NO_CLAIMS("the content is not a JSON object");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final Reason reason;

    InvalidTokenException(Reason reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
