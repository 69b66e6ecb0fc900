package org.vizgate.jose;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** Decodes private keys and refuses those that are too weak or too slow. */
final class RsaKeys {
    private static final int MIN_BITS = 2_048;
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;
    /** Version 0 and the algorithm rsaEncryption with its NULL: how the content of every RSA key's PKCS#8 begins. */
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private RsaKeys() {}

    /** @param der RSAPrivateKey of RFC 8017: what PKCS#8 has inside */
    static RSAPrivateCrtKey fromPkcs1(byte[] der) {
        byte[] inner = element(OCTET_STRING, der);
        byte[] content = ByteBuffer.allocate(PKCS8_HEAD.length + inner.length)
                .put(PKCS8_HEAD)
                .put(inner)
                .array();
        return fromPkcs8(element(SEQUENCE, content));
    }

    /** @param der PrivateKeyInfo of RFC 5958 */
    static RSAPrivateCrtKey fromPkcs8(byte[] der) {
        try {
            return checked(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException("This is no RSA private key, or it is damaged. " + PemKeys.HOW_TO_MAKE_ONE);
        }
    }

    private static RSAPrivateCrtKey checked(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new UnusableKeyException("The key has no CRT parts (primes), without which it is three times slower. "
                    + PemKeys.HOW_TO_MAKE_ONE);
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < MIN_BITS) {
            throw new UnusableKeyException(
                    "The key has " + bits + " bits; at least " + MIN_BITS + " are needed. " + PemKeys.HOW_TO_MAKE_ONE);
        }
        if (!rsa.getPrimeP().multiply(rsa.getPrimeQ()).equals(rsa.getModulus())) {
            throw new UnusableKeyException("The key is damaged: its primes do not give its modulus.");
        }
        return rsa;
    }

    /** A DER element: tag, length, content (X.690 section 8.1). */
    private static byte[] element(byte tag, byte[] content) {
        byte[] length = lengthOctets(content.length);
        return ByteBuffer.allocate(1 + length.length + content.length)
                .put(tag)
                .put(length)
                .put(content)
                .array();
    }

    private static byte[] lengthOctets(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        if (length < 0x100) {
            return new byte[] {(byte) 0x81, (byte) length};
        }
        if (length < 0x10000) {
            return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
        }
        throw new UnusableKeyException("The key is far too long.");
    }
}
