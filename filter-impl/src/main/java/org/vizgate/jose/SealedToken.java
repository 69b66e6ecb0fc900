package org.vizgate.jose;

import java.util.List;

/**
 * A text that may well be a token of ours: its form and its header are right, and it names a key that we have. Nothing is
 * proven yet.
 */
public final class SealedToken {
    private final CompactToken compact;
    private final TokenHeader.Kind kind;
    private final List<RingKey> keys;

    /** @param keys to be tried in turn; at least one */
    SealedToken(CompactToken compact, TokenHeader.Kind kind, List<RingKey> keys) {
        this.compact = compact;
        this.kind = kind;
        this.keys = List.copyOf(keys);
    }

    /** Whether to open it takes an RSA operation: a thousand times what was done so far, whether it opens or not. */
    public boolean isCostly() {
        return kind != TokenHeader.Kind.DIRECT;
    }

    CompactToken compact() {
        return compact;
    }

    TokenHeader.Kind kind() {
        return kind;
    }

    List<RingKey> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "SealedToken";
    }
}
