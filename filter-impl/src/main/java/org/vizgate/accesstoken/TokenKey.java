package org.vizgate.accesstoken;

import org.jspecify.annotations.Nullable;

/** A token as a key of a map: found by its last characters, then compared whole. */
final class TokenKey {
    /** The characters of a 16-byte authentication tag. */
    private static final int TAIL = 22;

    private final String token;
    private final int hash;

    TokenKey(String token) {
        this.token = token;
        int sum = 0;
        for (int i = Math.max(0, token.length() - TAIL); i < token.length(); i++) {
            sum = 31 * sum + token.charAt(i);
        }
        this.hash = sum;
    }

    String token() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenKey that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TokenKey";
    }
}
