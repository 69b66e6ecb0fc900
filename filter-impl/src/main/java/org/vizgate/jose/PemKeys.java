package org.vizgate.jose;

import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.vizgate.session.Secret;

/**
 * Reads RSA private keys from PEM text (RFC 7468): PKCS#8 (RFC 5958), the same encrypted with a passphrase, and PKCS#1 (RFC
 * 8017 appendix A.1.2).
 */
public final class PemKeys {
    static final String HOW_TO_MAKE_ONE = "Make a key with: openssl genrsa -out private.pem";

    static final String HOW_TO_CONVERT =
            "Convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in old.pem -out private.pem";

    private PemKeys() {}

    /**
     * All keys of {@code pem}, in order. A backslash followed by n counts as a line end.
     *
     * @param passphrase for encrypted keys; the others ignore it
     * @throws UnusableKeyException if there is no key, or one of the blocks is none that can be used
     */
    public static List<RSAPrivateCrtKey> parse(String pem, @Nullable Secret passphrase) {
        List<PemBlock> blocks = PemBlock.read(pem);
        List<RSAPrivateCrtKey> keys = new ArrayList<>();
        for (PemBlock block : blocks) {
            try {
                keys.add(key(block, passphrase));
            } catch (UnusableKeyException e) {
                throw blocks.size() == 1
                        ? e
                        : new UnusableKeyException("PEM block " + (keys.size() + 1) + ": " + e.getMessage());
            }
        }
        return List.copyOf(keys);
    }

    private static RSAPrivateCrtKey key(PemBlock block, @Nullable Secret passphrase) {
        return switch (block.label()) {
            case "PRIVATE KEY" -> RsaKeys.fromPkcs8(bytes(block));
            case "RSA PRIVATE KEY" -> RsaKeys.fromPkcs1(bytes(block));
            case "ENCRYPTED PRIVATE KEY" -> RsaKeys.fromPkcs8(EncryptedKeys.decrypt(bytes(block), passphrase));
            default -> throw new UnusableKeyException(whatIsWrongWith(block.label()));
        };
    }

    private static byte[] bytes(PemBlock block) {
        if (block.content().contains("Proc-Type:")) {
            throw new UnusableKeyException(
                    "The key is encrypted in OpenSSL's traditional format, which is not read. " + HOW_TO_CONVERT);
        }
        try {
            return Base64.getDecoder().decode(block.content().replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException("The PEM block is not base64. Copy the whole file unchanged.");
        }
    }

    private static String whatIsWrongWith(String label) {
        if (label.endsWith("PUBLIC KEY")) {
            return "This is a public key. Give the private key; the public one is computed from it.";
        }
        if (label.contains("CERTIFICATE")) {
            return "This is a certificate. Give the private key alone; no certificate is needed.";
        }
        if (label.equals("OPENSSH PRIVATE KEY")) {
            return "The key is in OpenSSH's format. Convert a copy with: ssh-keygen -p -m PKCS8 -f private.pem";
        }
        if (label.startsWith("EC ") || label.startsWith("DSA ")) {
            return "This is no RSA key. " + HOW_TO_MAKE_ONE;
        }
        return "A PEM block named " + label + " is no private key. " + HOW_TO_MAKE_ONE;
    }
}
