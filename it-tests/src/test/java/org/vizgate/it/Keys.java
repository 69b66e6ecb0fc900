package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** An RSA key that the test made, and the file it gives to the gate. */
public record Keys(KeyPair pair, Path file) {
    public static Keys create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            Path folder = Files.createDirectories(Path.of(System.getProperty("it.work"), "keys"));
            Path file = Files.createTempFile(folder, "private", ".pem");
            Files.writeString(
                    file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n", US_ASCII);
            return new Keys(pair, file.toAbsolutePath());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) pair.getPublic();
    }
}
