package org.vizgate.jose;

import java.security.interfaces.RSAPrivateCrtKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one gate: the first issues, all are accepted.
 *
 * <p>To rotate, add the new key at the end, then move it to the front, and remove the old one when nothing it issued can
 * live any longer. Immutable; {@code toString} shows no key.
 */
public final class KeyRing {
    private final Map<String, RingKey> keys = new LinkedHashMap<>();
    private final RingKey issuing;

    /**
     * @param keys at least one
     * @param issuer goes into everything that is derived, so that gates that share a key do not share tokens
     */
    public KeyRing(List<RSAPrivateCrtKey> keys, String issuer) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring has at least one key");
        }
        for (RSAPrivateCrtKey key : keys) {
            RingKey added = new RingKey(key, issuer);
            this.keys.putIfAbsent(added.id(), added);
        }
        this.issuing = this.keys.values().iterator().next();
    }

    /**
     * 32 secret bytes from the first key (HKDF-SHA-256, RFC 5869).
     *
     * @param purpose what the bytes are for; every other purpose, issuer and key gives others
     */
    public byte[] derive(String purpose) {
        return issuing.derive(purpose);
    }

    /** The keys' thumbprints (RFC 7638), the issuing key's first. */
    public List<String> keyIds() {
        return List.copyOf(keys.keySet());
    }

    RingKey issuing() {
        return issuing;
    }

    Optional<RingKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    List<RingKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public String toString() {
        return "KeyRing" + keyIds();
    }
}
