package org.vizgate.jose;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

import javax.crypto.spec.SecretKeySpec;

import org.vizgate.crypto.Hkdf;
import org.vizgate.lazy.Lazy;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One RSA key and all that is computed from it. */
final class RingKey {
    private static final byte DERIVATION_VERSION = 1;
    private static final int DERIVED_LENGTH = 32;

    private final byte[] primes;
    private final String issuer;
    private final String id;
    private final int length;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final Lazy<Key> signatureKey;
    private final Lazy<Key> directKey;

    RingKey(RSAPrivateCrtKey key, String issuer) {
        this(key, key, issuer);
    }

    /** @param own the form of {@code key} that decrypts */
    RingKey(RSAPrivateCrtKey key, PrivateKey own, String issuer) {
        this.primes = primes(key);
        this.issuer = issuer;
        this.length = byteLength(key.getModulus());
        this.privateKey = own;
        RSAPublicKey counterpart = PublicKeys.of(key);
        this.publicKey = counterpart;
        this.id = PublicKeys.thumbprint(counterpart);
        // Not yet: whatever comes first of the JDK's cryptography waits for all of it.
        this.signatureKey = new Lazy<>(() -> new SecretKeySpec(derive("access token signature"), "HmacSHA256"));
        this.directKey = new Lazy<>(() -> new SecretKeySpec(derive("access token encryption"), "AES"));
    }

    /** The key's thumbprint of RFC 7638. */
    String id() {
        return id;
    }

    /** Of the modulus, in bytes: the length of anything encrypted to this key. */
    int length() {
        return length;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    Key signatureKey() {
        return signatureKey.get();
    }

    Key directKey() {
        return directKey.get();
    }

    /** 32 bytes; each purpose, issuer and derivation version has its own. */
    byte[] derive(String purpose) {
        byte[] use = purpose.getBytes(UTF_8);
        byte[] owner = issuer.getBytes(UTF_8);
        // Lengths go before the texts, so that no two pairs of texts give the same bytes.
        byte[] info = ByteBuffer.allocate(2 * Integer.BYTES + use.length + owner.length + 1)
                .putInt(use.length)
                .put(use)
                .putInt(owner.length)
                .put(owner)
                .put(DERIVATION_VERSION)
                .array();
        return Hkdf.derive(primes, new byte[0], info, DERIVED_LENGTH);
    }

    /** The larger prime and the smaller one, each as long as half the modulus: the same for every encoding of a key. */
    private static byte[] primes(RSAPrivateCrtKey key) {
        BigInteger larger = key.getPrimeP().max(key.getPrimeQ());
        BigInteger smaller = key.getPrimeP().min(key.getPrimeQ());
        int half = (byteLength(key.getModulus()) + 1) / 2;
        if (byteLength(larger) > half) {
            throw new UnusableKeyException("The primes of the key differ in length. " + PemKeys.HOW_TO_MAKE_ONE);
        }
        byte[] both = new byte[2 * half];
        copyUnsigned(larger, both, half);
        copyUnsigned(smaller, both, 2 * half);
        return both;
    }

    private static void copyUnsigned(BigInteger number, byte[] target, int end) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        System.arraycopy(unsigned, 0, target, end - unsigned.length, unsigned.length);
    }

    private static int byteLength(BigInteger number) {
        return (number.bitLength() + 7) / 8;
    }
}
