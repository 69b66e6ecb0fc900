package org.vizgate.jose;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidParameterSpecException;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

import org.jspecify.annotations.Nullable;
import org.vizgate.session.Secret;

/** Decrypts EncryptedPrivateKeyInfo (RFC 5958 section 3) with the JDK's password-based algorithms. */
final class EncryptedKeys {
    /** Some seconds; OpenSSL writes 2,048. */
    private static final int MAX_ITERATIONS = 10_000_000;

    private EncryptedKeys() {}

    /** The PKCS#8 encoding of the key inside {@code der}. */
    static byte[] decrypt(byte[] der, @Nullable Secret passphrase) {
        if (passphrase == null || passphrase.isEmpty()) {
            throw new UnusableKeyException("The key is encrypted, and no passphrase is set for it.");
        }
        // The JDK takes nothing else for a password-based key.
        if (!passphrase.reveal().chars().allMatch(character -> character >= 0x20 && character <= 0x7e)) {
            throw new UnusableKeyException(
                    "The passphrase has characters that are not printable ASCII. Encrypt the key with one that has none.");
        }
        EncryptedPrivateKeyInfo info = read(der);
        PBEKeySpec password = new PBEKeySpec(passphrase.reveal().toCharArray());
        try {
            refuseEndlessWork(info);
            String algorithm = algorithm(info);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(password),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new UnusableKeyException(
                    "The key is encrypted with an algorithm that this Java has not. " + PemKeys.HOW_TO_CONVERT);
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException("The key does not open: the passphrase is wrong, or the key is damaged.");
        } finally {
            password.clearPassword();
        }
    }

    /** The file says how often its passphrase is to be hashed, and a damaged one may say two thousand million times. */
    private static void refuseEndlessWork(EncryptedPrivateKeyInfo info) {
        AlgorithmParameters parameters = info.getAlgParameters();
        if (parameters == null) {
            return;
        }
        try {
            if (parameters.getParameterSpec(PBEParameterSpec.class).getIterationCount() > MAX_ITERATIONS) {
                throw new UnusableKeyException("The key would take far too long to open. " + PemKeys.HOW_TO_CONVERT);
            }
        } catch (InvalidParameterSpecException e) {
            // An algorithm without a number of its own; the JDK says whether it knows it.
        }
    }

    private static EncryptedPrivateKeyInfo read(byte[] der) {
        try {
            return new EncryptedPrivateKeyInfo(der);
        } catch (IOException e) {
            throw new UnusableKeyException(
                    "The encrypted key is damaged, or is encrypted in a way that this Java does not read. "
                            + PemKeys.HOW_TO_CONVERT);
        }
    }

    /** PBES2 is a frame: the algorithm in it is known to its parameters (RFC 8018 section 6.2). */
    private static String algorithm(EncryptedPrivateKeyInfo info) {
        String name = info.getAlgName();
        boolean frame = name.equals("PBES2") || name.equals("1.2.840.113549.1.5.13");
        return frame && info.getAlgParameters() != null
                ? info.getAlgParameters().toString()
                : name;
    }
}
