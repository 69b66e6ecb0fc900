package org.vizgate.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes and opens compact JWE (RFC 7516) by the JDK alone: what anybody could do who has the key. */
final class Jwe {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Jwe() {}

    /** RSA-OAEP with SHA-256, and AES-256-GCM, whatever the header says. */
    static String encrypt(PublicKey key, String header, String payload) {
        return encrypt(key, header, payload.getBytes(UTF_8));
    }

    static String encrypt(PublicKey key, String header, byte[] payload) {
        byte[] contentKey = random(32);
        return compact(header, rsa(Cipher.ENCRYPT_MODE, "SHA-256", key, contentKey), contentKey, payload);
    }

    /** The content key for RSA-OAEP with SHA-1, as RFC 7518 section 4.3 has it. */
    static String encryptWithSha1(PublicKey key, String header, String payload) {
        byte[] contentKey = random(32);
        return compact(header, rsa(Cipher.ENCRYPT_MODE, "SHA-1", key, contentKey), contentKey, payload.getBytes(UTF_8));
    }

    /** Directly under a symmetric key. */
    static String encrypt(byte[] contentKey, String header, String payload) {
        return compact(header, new byte[0], contentKey, payload.getBytes(UTF_8));
    }

    /** The payload, for the operator who has the private key. */
    static String decrypt(PrivateKey key, String token) {
        String[] parts = token.split("\\.", -1);
        byte[] contentKey = rsa(Cipher.DECRYPT_MODE, "SHA-256", key, decoded(parts[1]));
        byte[] text = decoded(parts[3]);
        byte[] tag = decoded(parts[4]);
        byte[] sealed = new byte[text.length + tag.length];
        System.arraycopy(text, 0, sealed, 0, text.length);
        System.arraycopy(tag, 0, sealed, text.length, tag.length);
        return new String(gcm(Cipher.DECRYPT_MODE, contentKey, decoded(parts[2]), parts[0], sealed), UTF_8);
    }

    /** A compact JWS with HS256. */
    static String hmac(byte[] key, String header, String payload) {
        String signed = encoded(header.getBytes(UTF_8)) + "." + encoded(payload.getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return signed + "." + encoded(mac.doFinal(signed.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String encoded(String text) {
        return encoded(text.getBytes(UTF_8));
    }

    static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String compact(String header, byte[] encryptedKey, byte[] contentKey, byte[] payload) {
        String protectedHeader = encoded(header);
        byte[] nonce = random(12);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, contentKey, nonce, protectedHeader, payload);
        byte[] text = java.util.Arrays.copyOf(sealed, sealed.length - 16);
        byte[] tag = java.util.Arrays.copyOfRange(sealed, sealed.length - 16, sealed.length);
        return String.join(".", protectedHeader, encoded(encryptedKey), encoded(nonce), encoded(text), encoded(tag));
    }

    private static byte[] rsa(int mode, String digest, Key key, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    mode,
                    key,
                    new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), PSource.PSpecified.DEFAULT));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gcm(int mode, byte[] key, byte[] nonce, String header, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(header.getBytes(US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
