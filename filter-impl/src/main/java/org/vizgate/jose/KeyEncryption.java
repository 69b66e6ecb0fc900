package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * RSA-OAEP-256: keys of single tokens, encrypted to an RSA key (RFC 7518 section 4.3). Safe for use by several threads.
 *
 * @param provider who decrypts, if that is not the JDK
 */
record KeyEncryption(Optional<JcaProvider> provider) {
    // The name that every provider has; which digests are meant is in the parameters.
    static final String CIPHER = "RSA/ECB/OAEPPadding";

    // Both digests are named, because for either the JDK would take SHA-1.
    static final OAEPParameterSpec PARAMETERS =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    byte[] encrypt(PublicKey key, byte[] contentKey, SecureRandom random) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, key, PARAMETERS, random);
        return cipher.doFinal(contentKey);
    }

    byte[] decrypt(PrivateKey key, byte[] encryptedKey) throws GeneralSecurityException {
        Cipher cipher = provider.isPresent() ? provider.get().cipher() : Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, key, PARAMETERS);
        return cipher.doFinal(encryptedKey);
    }
}
