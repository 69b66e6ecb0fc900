package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.InvalidTokenException.Reason;
import org.vizgate.jose.TokenHeader.Kind;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Compact JWE with A256GCM (RFC 7516, RFC 7518 section 5.3), by the JDK's ciphers. Safe for use by several threads.
 *
 * <p>To encrypt (RFC 7516 section 5.1): the key is a random one, which goes into the token encrypted to the RSA key, or the
 * derived key itself, and then nothing goes there; nonces are random; the encoded header is authenticated with the text. To
 * decrypt (section 5.2) is the same backwards, for a token whose form and header were {@linkplain CompactToken checked}.
 */
final class Encryption {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;

    private final KeyEncryption rsa;
    private final RandomTokens random;

    Encryption(KeyEncryption rsa, RandomTokens random) {
        this.rsa = rsa;
        this.random = random;
    }

    /** Under a key that is encrypted to the RSA key of {@code key}. */
    CompactToken toRsaKey(RingKey key, String text) {
        byte[] contentKey = random.bytes(KEY_BYTES);
        try {
            byte[] encryptedKey = rsa.encrypt(key.publicKey(), contentKey, random.generator());
            return encrypted(aes(contentKey), TokenHeader.encoded(Kind.SIGNED, key.id()), encryptedKey, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt to the RSA key", e);
        }
    }

    /** Under the key that is derived from {@code key}. */
    CompactToken direct(RingKey key, String text) {
        try {
            return encrypted(key.directKey(), TokenHeader.encoded(Kind.DIRECT, key.id()), new byte[0], text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt with AES", e);
        }
    }

    private CompactToken encrypted(Key contentKey, String header, byte[] encryptedKey, String text)
            throws GeneralSecurityException {
        byte[] nonce = random.bytes(CompactToken.NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, contentKey, nonce, header, text.getBytes(UTF_8));
        int end = sealed.length - CompactToken.TAG_BYTES;
        return new CompactToken(
                header,
                Base64Url.encode(encryptedKey),
                Base64Url.encode(nonce),
                Base64Url.encode(Arrays.copyOf(sealed, end)),
                Base64Url.encode(Arrays.copyOfRange(sealed, end, sealed.length)));
    }

    /** @throws InvalidTokenException if the token was not encrypted to the RSA key, or was changed */
    byte[] openedWithRsaKey(RingKey key, CompactToken token) {
        try {
            byte[] contentKey = rsa.decrypt(key.privateKey(), Base64Url.bytes(token.encryptedKey()));
            // AES would take shorter ones, too.
            if (contentKey.length == KEY_BYTES) {
                return decrypted(aes(contentKey), token);
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // Falls through: providers throw one or the other, and all that is not decrypted is answered alike.
        }
        throw new InvalidTokenException(Reason.NOT_DECRYPTED);
    }

    /** @throws InvalidTokenException if the token was not encrypted under the derived key, or was changed */
    byte[] openedDirectly(RingKey key, CompactToken token) {
        try {
            return decrypted(key.directKey(), token);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new InvalidTokenException(Reason.NOT_DECRYPTED);
        }
    }

    static byte[] decrypted(Key contentKey, CompactToken token) throws GeneralSecurityException {
        byte[] ciphertext = Base64Url.bytes(token.ciphertext());
        byte[] sealed = Arrays.copyOf(ciphertext, ciphertext.length + CompactToken.TAG_BYTES);
        System.arraycopy(Base64Url.bytes(token.tag()), 0, sealed, ciphertext.length, CompactToken.TAG_BYTES);
        return run(Cipher.DECRYPT_MODE, contentKey, Base64Url.bytes(token.nonce()), token.header(), sealed);
    }

    private static byte[] run(int mode, Key contentKey, byte[] nonce, String header, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, contentKey, new GCMParameterSpec(CompactToken.TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header.getBytes(US_ASCII));
        return cipher.doFinal(input);
    }

    private static Key aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }
}
