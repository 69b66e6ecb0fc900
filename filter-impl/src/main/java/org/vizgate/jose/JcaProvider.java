package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A cryptographic provider in place of the JDK's for the one operation that costs much: RSA-OAEP-256 with a private key
 * (RFC 7518 section 4.3). Safe for use by several threads.
 *
 * <p>It is asked directly and never added to the providers of the Java process, where other applications would meet it, and
 * where it would outlive this one.
 */
public final class JcaProvider {
    // The name that every provider has; which digests are meant is in the parameters.
    private static final String CIPHER = "RSA/ECB/OAEPPadding";
    private static final OAEPParameterSpec OAEP_256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final Provider provider;

    private JcaProvider(Provider provider) {
        this.provider = provider;
    }

    /**
     * The provider with a name, if the Java process has one, or of a class.
     *
     * @param application sees the class
     * @throws IllegalArgumentException if there is none; the message tells an administrator why
     */
    public static JcaProvider named(String nameOrClass, ClassLoader application) {
        @Nullable Provider installed = Security.getProvider(nameOrClass);
        return new JcaProvider(installed == null ? made(nameOrClass, application) : installed);
    }

    private static Provider made(String className, ClassLoader application) {
        try {
            return Class.forName(className, true, application)
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("there is no provider of that name, and no such class");
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException("the class is no provider, or cannot be used here: "
                    + e.getClass().getName());
        }
    }

    /**
     * The provider's own form of a key: given another one's, it would translate it for each operation, or leave the work to
     * somebody slower.
     *
     * @throws IllegalArgumentException if the provider cannot decrypt with it; the message tells an administrator why
     */
    PrivateKey own(RSAPrivateCrtKey key) {
        try {
            PrivateKey own =
                    KeyFactory.getInstance("RSA", provider).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
            byte[] sample = "what every token begins with".getBytes(US_ASCII);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, PublicKeys.of(key), OAEP_256);
            if (!Arrays.equals(decrypt(own, cipher.doFinal(sample)), sample)) {
                throw new IllegalArgumentException("the provider decrypts wrongly");
            }
            return own;
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            throw new IllegalArgumentException("the provider " + provider.getName()
                    + " cannot decrypt RSA-OAEP-256 here: " + e.getClass().getName());
        }
    }

    byte[] decrypt(PrivateKey own, byte[] encrypted) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER, provider);
        cipher.init(Cipher.DECRYPT_MODE, own, OAEP_256);
        return cipher.doFinal(encrypted);
    }

    /** The provider's name. */
    @Override
    public String toString() {
        return provider.getName();
    }
}
