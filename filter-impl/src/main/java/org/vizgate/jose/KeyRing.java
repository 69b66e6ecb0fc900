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
    private final List<RSAPrivateCrtKey> privateKeys;
    private final String issuer;
    private final RingKey issuing;
    private final Optional<JcaProvider> provider;

    /**
     * @param keys at least one
     * @param issuer goes into everything that is derived, so that gates that share a key do not share tokens
     */
    public KeyRing(List<RSAPrivateCrtKey> keys, String issuer) {
        this(keys, issuer, Optional.empty());
    }

    private KeyRing(List<RSAPrivateCrtKey> keys, String issuer, Optional<JcaProvider> provider) {
        this.privateKeys = List.copyOf(keys);
        this.issuer = issuer;
        this.provider = provider;
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring has at least one key");
        }
        for (RSAPrivateCrtKey key : keys) {
            RingKey added = provider.map(other -> new RingKey(key, other.own(key), issuer))
                    .orElseGet(() -> new RingKey(key, issuer));
            this.keys.putIfAbsent(added.id(), added);
        }
        this.issuing = this.keys.values().iterator().next();
    }

    /**
     * The same keys, with which {@code other} decrypts.
     *
     * @throws IllegalArgumentException if it cannot; the message tells an administrator why
     */
    public KeyRing decryptingWith(JcaProvider other) {
        return new KeyRing(privateKeys, issuer, Optional.of(other));
    }

    /** Who decrypts, if that is not the JDK. */
    Optional<JcaProvider> provider() {
        return provider;
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
