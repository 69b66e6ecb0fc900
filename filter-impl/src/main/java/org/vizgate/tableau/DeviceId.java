package org.vizgate.tableau;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Names a device towards Tableau: the same name always gives the same identifier, so that a user who signs in again does
 * not find one more device in the list.
 */
final class DeviceId {
    /** Ours alone: made at random once, and never to be changed. */
    private static final UUID NAMESPACE = UUID.fromString("b3a3a1f4-6a0e-4c7e-9d3c-5f1c1e0c8a57");

    private DeviceId() {}

    static UUID of(String deviceName) {
        return version5(NAMESPACE, deviceName);
    }

    /** RFC 9562 section 5.5. */
    static UUID version5(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Prescribed for version 5; nothing here rests on its strength. */
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
