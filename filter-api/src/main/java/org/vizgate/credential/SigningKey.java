package org.vizgate.credential;

import java.util.Objects;
import java.util.Optional;

import org.vizgate.session.Secret;

/**
 * An RSA key that signs unified access tokens.
 *
 * @param privateKeyPem PKCS#8, PKCS#1, or PKCS#8 encrypted with a passphrase; at least 2048 bits; a backslash followed by n
 *     counts as a line end; of several PEM blocks the first signs
 * @param keyId the {@code kid} of the JWT and of {@link #publicKey()}; empty for the key's thumbprint of RFC 7638
 */
public record SigningKey(
        Secret privateKeyPem, Optional<Secret> passphrase, Optional<String> keyId, Algorithm algorithm) {
    /**
     * How it signs (RFC 7518 section 3.1). That Tableau takes {@link #RS256} is documented; which others it takes is not
     * verified against a live tenant.
     */
    public enum Algorithm {
        RS256,
        RS384,
        RS512,
        PS256,
        PS384,
        PS512
    }

    public SigningKey {
        Texts.require(privateKeyPem, "the private key");
        Objects.requireNonNull(passphrase, "passphrase");
        keyId.ifPresent(value -> Texts.require(value, "the key id"));
        Objects.requireNonNull(algorithm, "algorithm");
    }

    /** A key that is not encrypted, for RS256. */
    public static SigningKey ofPem(Secret privateKeyPem) {
        return new SigningKey(privateKeyPem, Optional.empty(), Optional.empty(), Algorithm.RS256);
    }

    public SigningKey withPassphrase(Secret text) {
        return new SigningKey(privateKeyPem, Optional.of(text), keyId, algorithm);
    }

    public SigningKey withKeyId(String id) {
        return new SigningKey(privateKeyPem, passphrase, Optional.of(id), algorithm);
    }

    public SigningKey withAlgorithm(Algorithm other) {
        return new SigningKey(privateKeyPem, passphrase, keyId, other);
    }

    /**
     * The public half, for the configuration in Cloud Manager.
     *
     * @throws TableauException CONFIGURATION, if the private key cannot be used
     */
    public PublicKeyText publicKey() {
        return Connectors.connector().publicKey(this);
    }
}
