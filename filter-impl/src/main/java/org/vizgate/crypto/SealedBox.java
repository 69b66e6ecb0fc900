package org.vizgate.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Seals texts and bytes so that only the same key opens them, unchanged and for the same purpose (AES-256-GCM, NIST SP 800-38D).
 *
 * <p>A box is base64url of a version byte, a 24-byte salt and the ciphertext with its tag. Key and nonce of each box are
 * derived from the salt. Safe for use by several threads.
 */
public final class SealedBox {
    private static final byte VERSION = 1;
    private static final int SALT_LENGTH = 24;
    private static final int HEAD_LENGTH = 1 + SALT_LENGTH;
    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final byte[] INFO = "vizgate sealed box 1".getBytes(UTF_8);

    private final byte[] key;
    private final RandomTokens random;

    /** @param key 32 bytes that only this purpose's owners know */
    public SealedBox(byte[] key, RandomTokens random) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a sealing key has " + KEY_LENGTH + " bytes");
        }
        this.key = key.clone();
        this.random = random;
    }

    /** @param purpose what the box is for; a box of one purpose does not open as another */
    public String seal(String text, String purpose) {
        return seal(text.getBytes(UTF_8), purpose);
    }

    /** As the other one, for bytes. */
    public String seal(byte[] content, String purpose) {
        byte[] salt = random.bytes(SALT_LENGTH);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, salt, purpose, content)
                .orElseThrow(() -> new IllegalStateException("every Java platform has AES/GCM"));
        ByteBuffer box = ByteBuffer.allocate(HEAD_LENGTH + sealed.length);
        box.put(VERSION).put(salt).put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(box.array());
    }

    /** The text in the box, or empty if the box is not one of this key and purpose, or was changed. */
    public Optional<String> open(String box, String purpose) {
        return openBytes(box, purpose).map(text -> new String(text, UTF_8));
    }

    /** As the other one, for bytes. */
    public Optional<byte[]> openBytes(String box, String purpose) {
        byte[] bytes = decoded(box);
        if (bytes.length < HEAD_LENGTH + TAG_LENGTH || bytes[0] != VERSION) {
            return Optional.empty();
        }
        byte[] salt = Arrays.copyOfRange(bytes, 1, HEAD_LENGTH);
        byte[] sealed = Arrays.copyOfRange(bytes, HEAD_LENGTH, bytes.length);
        return run(Cipher.DECRYPT_MODE, salt, purpose, sealed);
    }

    // Canonical text only: the decoder also takes padding and stray bits, and then one box would have many names.
    private static byte[] decoded(String box) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(box);
            boolean isCanonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(box);
            return isCanonical ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private Optional<byte[]> run(int mode, byte[] salt, String purpose, byte[] input) {
        byte[] derived = Hkdf.derive(key, salt, INFO, KEY_LENGTH + NONCE_LENGTH);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derived, 0, KEY_LENGTH, "AES"),
                    new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, derived, KEY_LENGTH, NONCE_LENGTH));
            cipher.updateAAD(purpose.getBytes(UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }
}
