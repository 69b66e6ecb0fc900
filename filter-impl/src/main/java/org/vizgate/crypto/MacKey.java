package org.vizgate.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A key for HMAC-SHA-256 over several texts (RFC 2104). Safe for use by several threads. */
public final class MacKey {
    private static final String HMAC = "HmacSHA256";
    private static final int BRIEF = 16;

    private final SecretKey key;

    public MacKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** All 256 bits in base64url: 43 characters. The texts must not contain a zero character. */
    public String full(String... texts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(texts));
    }

    /** The first 128 bits in base64url: 22 characters. The texts must not contain a zero character. */
    public String brief(String... texts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac(texts), BRIEF));
    }

    private byte[] mac(String... texts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(String.join("\0", texts).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
