package org.vizgate.sample.launcher;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A key that lives as long as this process and is written nowhere. */
final class ThrowAwayKey {
    private final KeyPair keys;

    private ThrowAwayKey(KeyPair keys) {
        this.keys = keys;
    }

    /** A new RSA key of 2048 bits. */
    static ThrowAwayKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new ThrowAwayKey(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has RSA", e);
        }
    }

    /** The private key as PKCS#8 in PEM (RFC 7468 section 10). */
    String pem() {
        return pem("PRIVATE KEY", keys.getPrivate());
    }

    /** The public key in PEM (RFC 7468 section 13). */
    String publicPem() {
        return pem("PUBLIC KEY", keys.getPublic());
    }

    private static String pem(String label, Key key) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
