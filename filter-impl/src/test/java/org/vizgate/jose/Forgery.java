package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Tokens made by hand from the standards, with any header at all: what an attacker, or another implementation, can make. */
public final class Forgery {
    public static final String PEER_HEADER = "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}";

    private static final OAEPParameterSpec OAEP_256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    private static final OAEPParameterSpec OAEP_1 =
            new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);

    private Forgery() {}

    /** An unsigned token as the peer makes it; the public part of {@code key} is all it takes. */
    public static String unsigned(RSAPrivateCrtKey key, String text) {
        return encrypted(key, PEER_HEADER, text);
    }

    /** RSA-OAEP-256 and A256GCM, whatever the header says. */
    static String encrypted(RSAPrivateCrtKey key, String header, String text) {
        byte[] contentKey = TestKeys.RANDOM.bytes(32);
        return assembled(header, wrapped(key, contentKey, OAEP_256), contentKey, text.getBytes(UTF_8));
    }

    static String encryptedWithSha1(RSAPrivateCrtKey key, String header, String text) {
        byte[] contentKey = TestKeys.RANDOM.bytes(32);
        return assembled(header, wrapped(key, contentKey, OAEP_1), contentKey, text.getBytes(UTF_8));
    }

    /** The wrapped key is {@code length} bytes long; AES cannot always use it, then the text is under another one. */
    static String encryptedWithContentKeyOf(int length, RSAPrivateCrtKey key, String header, String text) {
        byte[] contentKey = TestKeys.RANDOM.bytes(length);
        byte[] used = length == 16 || length == 24 ? contentKey : new byte[32];
        return assembled(header, wrapped(key, contentKey, OAEP_256), used, text.getBytes(UTF_8));
    }

    private static byte[] wrapped(RSAPrivateCrtKey key, byte[] contentKey, OAEPParameterSpec padding) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(Cipher.ENCRYPT_MODE, publicKey(key), padding);
            return rsa.doFinal(contentKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String direct(byte[] contentKey, String header, String text) {
        return assembled(header, new byte[0], contentKey, text.getBytes(UTF_8));
    }

    private static String assembled(String header, byte[] encryptedKey, byte[] contentKey, byte[] text) {
        try {
            String head = base64Url(header.getBytes(UTF_8));
            byte[] nonce = TestKeys.RANDOM.bytes(12);
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(128, nonce));
            gcm.updateAAD(head.getBytes(US_ASCII));
            byte[] sealed = gcm.doFinal(text);
            byte[] body = Arrays.copyOf(sealed, sealed.length - 16);
            byte[] tag = Arrays.copyOfRange(sealed, sealed.length - 16, sealed.length);
            return String.join(".", head, base64Url(encryptedKey), base64Url(nonce), base64Url(body), base64Url(tag));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWS with HMAC-SHA-256, whatever the header says. */
    static String signed(byte[] key, String header, String payload) {
        try {
            String input = base64Url(header.getBytes(UTF_8)) + "." + base64Url(payload.getBytes(UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return input + "." + base64Url(mac.doFinal(input.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicKey publicKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
