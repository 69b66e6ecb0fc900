package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.vizgate.crypto.RandomTokens;
import org.vizgate.json.Json;

/** Keys that are made once for all tests, and what is ordinarily built on them. */
public final class TestKeys {
    public static final String ISSUER = "https://gate.example";
    public static final RSAPrivateCrtKey FIRST = generate(2_048);
    public static final RSAPrivateCrtKey SECOND = generate(2_048);
    public static final RSAPrivateCrtKey THIRD = generate(2_048);
    public static final RSAPrivateCrtKey WIDE = generate(3_072);

    public static final RandomTokens RANDOM = new RandomTokens(new SecureRandom());
    public static final Json JSON = new Json();

    private TestKeys() {}

    public static RSAPrivateCrtKey generate(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyRing ring(RSAPrivateCrtKey... keys) {
        return new KeyRing(List.of(keys), ISSUER);
    }

    /** A cipher that refuses unsigned tokens. */
    public static AccessTokenCipher cipher(AccessTokenFormat format, RSAPrivateCrtKey... keys) {
        return new AccessTokenCipher(ring(keys), format, false, RANDOM, JSON);
    }

    /** A cipher that accepts the peer's unsigned tokens. */
    public static AccessTokenCipher lenientCipher(RSAPrivateCrtKey... keys) {
        return new AccessTokenCipher(ring(keys), AccessTokenFormat.RSA, true, RANDOM, JSON);
    }

    public static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    public static String pkcs8(RSAPrivateCrtKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public static String pkcs1(RSAPrivateCrtKey key) {
        return pem("RSA PRIVATE KEY", pkcs1Der(key));
    }

    /** What PKCS#8 wraps: behind a sequence's head (4), version (3), algorithm (15) and an octet string's head (4). */
    static byte[] pkcs1Der(RSAPrivateCrtKey key) {
        byte[] pkcs8 = key.getEncoded();
        return Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    }
}
