package org.vizgate.benchmarks.jmh;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the JDK alone has to do to make a token: HMAC-SHA-256, a random key, RSA-OAEP-256 with 2,048 bits, AES-256-GCM; what can be
 * reused is. One thread.
 */
final class IssueFloor {
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final SecureRandom random = new SecureRandom();
    private final Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
    private final Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    private final Mac mac = Mac.getInstance("HmacSHA256");
    private final byte[] header = new byte[120];
    private final byte[] payload;

    private IssueFloor(int length) throws GeneralSecurityException {
        rsa.init(Cipher.ENCRYPT_MODE, Keys.OURS.getPublic(), OAEP);
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        payload = new byte[length];
    }

    /** @param length of what is signed and encrypted, in bytes */
    static IssueFloor of(int length) {
        try {
            return new IssueFloor(length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int seal() throws GeneralSecurityException {
        byte[] signature = mac.doFinal(payload);
        byte[] key = random(32);
        byte[] wrapped = rsa.doFinal(key);
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, random(12)));
        aes.updateAAD(header);
        return signature.length + wrapped.length + aes.doFinal(payload).length;
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
