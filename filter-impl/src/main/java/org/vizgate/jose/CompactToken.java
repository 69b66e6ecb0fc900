package org.vizgate.jose;

import java.util.List;

import org.vizgate.jose.InvalidTokenException.Reason;

/**
 * A text that has the form of a compact JWE (RFC 7516 section 7.1): known without any key, for a microsecond.
 *
 * <p>The form is rigid, so that nobody can write one token in two ways: no junk, no padding, no stray bits, and a nonce
 * and a tag of fixed length, between which no byte can move.
 */
record CompactToken(String text, String header, int keyLength) {
    static final int MAX_LENGTH = 8_192;

    static final int ENCRYPTED_KEY = 1;
    static final int NONCE = 2;
    static final int CIPHERTEXT = 3;
    static final int TAG = 4;

    private static final int PARTS = 5;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    static CompactToken parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidTokenException(Reason.TOO_LONG);
        }
        List<String> parts = List.of(text.split("\\.", PARTS + 1));
        if (parts.size() != PARTS) {
            throw new InvalidTokenException(Reason.NOT_FIVE_PARTS);
        }
        if (!parts.stream().allMatch(Base64Url::isCanonical)) {
            throw new InvalidTokenException(Reason.NOT_BASE64URL);
        }
        boolean fixedLengths = Base64Url.byteLength(parts.get(NONCE)) == NONCE_LENGTH
                && !parts.get(CIPHERTEXT).isEmpty()
                && Base64Url.byteLength(parts.get(TAG)) == TAG_LENGTH;
        if (!fixedLengths) {
            throw new InvalidTokenException(Reason.WRONG_LENGTH);
        }
        return new CompactToken(text, parts.get(0), Base64Url.byteLength(parts.get(ENCRYPTED_KEY)));
    }

    /** What one of the parts behind the header stands for. */
    byte[] bytes(int part) {
        return Base64Url.bytes(text.split("\\.", PARTS)[part]);
    }

    /** @param length of the encrypted key that the token must have, in bytes */
    void requireKeyLength(int length) {
        if (keyLength != length) {
            throw new InvalidTokenException(Reason.WRONG_LENGTH);
        }
    }

    @Override
    public String toString() {
        return "CompactToken";
    }
}
