package org.vizgate.accesstoken;

import org.jspecify.annotations.Nullable;

/** A token at the end of a text as a key of a map: found by its last characters, then compared whole. */
final class TokenKey {
    /** The characters of a 16-byte authentication tag. */
    private static final int TAIL = 22;

    private final String text;
    private final int start;
    private final int hash;

    TokenKey(String token) {
        this(token, 0);
    }

    /** @param start of the token */
    TokenKey(String text, int start) {
        this.text = text;
        this.start = start;
        int sum = 0;
        for (int i = Math.max(start, text.length() - TAIL); i < text.length(); i++) {
            sum = 31 * sum + text.charAt(i);
        }
        this.hash = sum;
    }

    /** Of the whole text, which is kept. */
    int length() {
        return text.length();
    }

    String token() {
        return text.substring(start);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenKey that && ((start == that.start && text.equals(that.text)) || hasTokenOf(that));
    }

    // The same token sent in two ways: many times slower than comparing texts, and as rare.
    private boolean hasTokenOf(TokenKey that) {
        int length = text.length() - start;
        return length == that.text.length() - that.start && text.regionMatches(start, that.text, that.start, length);
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
