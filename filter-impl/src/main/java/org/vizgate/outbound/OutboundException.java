package org.vizgate.outbound;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A request that got no usable answer. The message names the host and what to look at or set; never a header, a body or a
 * query.
 */
public final class OutboundException extends RuntimeException {
    /** What went wrong, as far as a caller may want to act on it. */
    public enum Kind {
        /** No connection: name unknown, refused, no route, or the sender is closed. */
        UNREACHABLE,
        /** The exchange as a whole took longer than allowed. */
        TIMED_OUT,
        /** The certificate is not trusted, or belongs to another host. */
        UNTRUSTED,
        /** The answer is larger than allowed. */
        TOO_LARGE,
        /** The connection ended early, or what came is not HTTP. */
        BROKEN
    }

    private final Kind kind;

    OutboundException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    public Kind kind() {
        return kind;
    }
}
