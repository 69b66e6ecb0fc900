package org.vizgate.benchmarks.jmh;

import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the JDK alone has to do to open a token: RSA-OAEP-256 with a key of 2,048 bits, then AES-256-GCM; ciphers are reused. One
 * thread.
 */
final class RsaFloor {
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
    private final Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    private final GCMParameterSpec iv = new GCMParameterSpec(128, new byte[12]);
    private final byte[] header = new byte[80];
    private final byte[] wrappedKey;
    private final byte[] ciphertext;

    private RsaFloor(int length) throws GeneralSecurityException {
        byte[] key = new byte[32];
        rsa.init(Cipher.ENCRYPT_MODE, Keys.OURS.getPublic(), OAEP);
        wrappedKey = rsa.doFinal(key);
        rsa.init(Cipher.DECRYPT_MODE, Keys.OURS.getPrivate(), OAEP);
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), iv);
        aes.updateAAD(header);
        ciphertext = aes.doFinal(new byte[length]);
    }

    /** @param length of what is encrypted, in bytes */
    static RsaFloor of(int length) {
        try {
            return new RsaFloor(length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open() throws GeneralSecurityException {
        byte[] key = rsa.doFinal(wrappedKey);
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), iv);
        aes.updateAAD(header);
        return aes.doFinal(ciphertext);
    }
}
