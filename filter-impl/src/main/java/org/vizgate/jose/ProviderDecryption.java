package org.vizgate.jose;

import java.security.GeneralSecurityException;

import org.jose4j.jca.ProviderContext;
import org.jose4j.jwe.AesGcmContentEncryptionAlgorithm;
import org.jose4j.jwe.ContentEncryptionParts;
import org.jose4j.jwx.Headers;
import org.jose4j.lang.JoseException;
import org.vizgate.jose.InvalidTokenException.Reason;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * RSA-OAEP-256 by a provider that was asked for, and the rest by jose4j (RFC 7516 section 5.2).
 *
 * <p>jose4j finds providers by name only among those of the Java process, and by a name of the transformation that not every
 * provider knows. So the content key is decrypted here.
 */
record ProviderDecryption(JcaProvider provider) implements RsaDecryption {
    private static final int CONTENT_KEY_BYTES = 32;

    @Override
    public String decrypt(RingKey key, CompactToken token) {
        try {
            byte[] contentKey = provider.decrypt(key.privateKey(), token.bytes(CompactToken.ENCRYPTED_KEY));
            if (contentKey.length != CONTENT_KEY_BYTES) {
                throw new InvalidTokenException(Reason.NOT_DECRYPTED);
            }
            ContentEncryptionParts parts = new ContentEncryptionParts(
                    token.bytes(CompactToken.NONCE),
                    token.bytes(CompactToken.CIPHERTEXT),
                    token.bytes(CompactToken.TAG));
            byte[] header = token.header().getBytes(US_ASCII);
            byte[] text = new AesGcmContentEncryptionAlgorithm.Aes256Gcm()
                    .decrypt(parts, header, contentKey, new Headers(), new ProviderContext());
            return new String(text, UTF_8);
        } catch (GeneralSecurityException | JoseException | RuntimeException e) {
            throw new InvalidTokenException(Reason.NOT_DECRYPTED);
        }
    }
}
