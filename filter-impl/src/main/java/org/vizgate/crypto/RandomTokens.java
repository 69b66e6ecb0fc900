package org.vizgate.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Unguessable bytes, texts and identifiers. Safe for use by several threads. */
public final class RandomTokens {
    private final SecureRandom random;

    public RandomTokens(SecureRandom random) {
        this.random = random;
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** {@code count} random bytes in base64url without padding. */
    public String text(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    /** A random UUID (RFC 9562 version 4). */
    public String uuid() {
        byte[] bytes = bytes(16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    /** The generator itself, for libraries that take one. */
    public SecureRandom generator() {
        return random;
    }
}
