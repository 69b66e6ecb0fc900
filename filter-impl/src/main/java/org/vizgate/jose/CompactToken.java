package org.vizgate.jose;

import java.util.List;

import org.vizgate.jose.InvalidTokenException.Reason;

/**
 * A text that has the form of a compact JWE (RFC 7516 section 7.1): known without any key, for a microsecond. Its five parts are
 * canonical base64url.
 *
 * <p>The form is rigid, so that nobody can write one token in two ways: no junk, no padding, no stray bits, and a nonce
 * and a tag of fixed length, between which no byte can move.
 */
record CompactToken(String header, String encryptedKey, String nonce, String ciphertext, String tag) {
    static final int MAX_LENGTH = 8_192;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final int PARTS = 5;

    static CompactToken parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidTokenException(Reason.TOO_LONG);
        }
        List<String> parts = List.of(text.split("\\.", PARTS + 1));
        if (parts.size() != PARTS) {
            throw new InvalidTokenException(Reason.NOT_FIVE_PARTS);
        }
        for (String part : parts) {
            if (!Base64Url.isCanonical(part)) {
                throw new InvalidTokenException(Reason.NOT_BASE64URL);
            }
        }
        CompactToken token = new CompactToken(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
        token.requireFixedLengths();
        return token;
    }

    private void requireFixedLengths() {
        if (Base64Url.byteLength(nonce) != NONCE_BYTES
                || ciphertext.isEmpty()
                || Base64Url.byteLength(tag) != TAG_BYTES) {
            throw new InvalidTokenException(Reason.WRONG_LENGTH);
        }
    }

    /** Of the encrypted key, in bytes. */
    int keyLength() {
        return Base64Url.byteLength(encryptedKey);
    }

    /** @param length of the encrypted key that the token must have, in bytes */
    void requireKeyLength(int length) {
        if (keyLength() != length) {
            throw new InvalidTokenException(Reason.WRONG_LENGTH);
        }
    }

    /** The token as it is sent. */
    String text() {
        return String.join(".", header, encryptedKey, nonce, ciphertext, tag);
    }

    @Override
    public String toString() {
        return "CompactToken";
    }
}
