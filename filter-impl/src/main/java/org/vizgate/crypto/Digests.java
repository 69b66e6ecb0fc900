package org.vizgate.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.UTF_8;

/** SHA-256 digests as base64url text, and comparison in constant time. */
public final class Digests {
    private static final int SHORT = 16;

    private Digests() {}

    /** All 256 bits: 43 characters. */
    public static String full(String text) {
        return encoded(sha256(text));
    }

    /** The first 128 bits, 22 characters: enough to name a thing that is long. */
    public static String brief(String text) {
        return encoded(Arrays.copyOf(sha256(text), SHORT));
    }

    /** Whether two texts are equal, in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
