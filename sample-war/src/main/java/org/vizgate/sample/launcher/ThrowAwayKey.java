package org.vizgate.sample.launcher;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A private key that lives as long as this process and is written nowhere. */
final class ThrowAwayKey {
    private ThrowAwayKey() {}

    /** A new RSA key of 2048 bits as PKCS#8 in PEM (RFC 7468 section 10). */
    static String pem() {
        byte[] pkcs8;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has RSA", e);
        }
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(pkcs8);
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
