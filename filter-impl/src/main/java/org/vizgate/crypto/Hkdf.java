package org.vizgate.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key derivation with HMAC-SHA-256 (RFC 5869). */
public final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final int HASH_LENGTH = 32;
    private static final int MAX_LENGTH = 255 * HASH_LENGTH;

    private Hkdf() {}

    /**
     * Extracts and expands.
     *
     * @param salt may be empty
     * @param length of the derived key in bytes, 1 to 8,160
     */
    public static byte[] derive(byte[] inputKey, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("HKDF gives 1 to " + MAX_LENGTH + " bytes");
        }
        byte[] extracted = hmac(salt.length == 0 ? new byte[HASH_LENGTH] : salt, inputKey);
        return expand(extracted, info, length);
    }

    private static byte[] expand(byte[] extracted, byte[] info, int length) {
        byte[] derived = new byte[length];
        byte[] block = {};
        int filled = 0;
        for (int counter = 1; filled < length; counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(extracted, input);
            int part = Math.min(block.length, length - filled);
            System.arraycopy(block, 0, derived, filled, part);
            filled += part;
        }
        return derived;
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
