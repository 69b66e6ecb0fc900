package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.Cipher;

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
            byte[] decrypted = new KeyEncryption(Optional.of(this)).decrypt(own, encryptedByTheJdk(sample, key));
            if (!Arrays.equals(decrypted, sample)) {
                throw new IllegalArgumentException("the provider decrypts wrongly");
            }
            return own;
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            throw new IllegalArgumentException("the provider " + provider.getName()
                    + " cannot decrypt RSA-OAEP-256 here: " + e.getClass().getName());
        }
    }

    private static byte[] encryptedByTheJdk(byte[] sample, RSAPrivateCrtKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(KeyEncryption.CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, PublicKeys.of(key), KeyEncryption.PARAMETERS);
        return cipher.doFinal(sample);
    }

    Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance(KeyEncryption.CIPHER, provider);
    }

    /** The provider's name. */
    @Override
    public String toString() {
        return provider.getName();
    }
}
