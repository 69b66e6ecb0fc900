package org.vizgate.tableau;

import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;

import org.vizgate.credential.PublicKeyText;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.jose.PemKeys;
import org.vizgate.jose.PublicKeys;
import org.vizgate.jose.SigningAlgorithm;
import org.vizgate.jose.UnusableKeyException;

/** The keys of unified access tokens: read from PEM, and shown by their public half. */
public final class SigningKeys {
    private SigningKeys() {}

    /** @throws TableauException CONFIGURATION, if the private key cannot be used */
    public static PublicKeyText publicKey(SigningKey key) {
        try {
            RSAPublicKey counterpart = PublicKeys.of(privateKey(key));
            String keyId = keyId(key, counterpart);
            return new PublicKeyText(
                    keyId, PublicKeys.pem(counterpart), PublicKeys.jwks(counterpart, keyId, algorithm(key)));
        } catch (UnusableKeyException e) {
            throw new TableauException(Kind.CONFIGURATION, unusable(e));
        }
    }

    /** The first of them: as with the gate's own keys, that one signs. */
    static RSAPrivateCrtKey privateKey(SigningKey key) {
        return PemKeys.parse(key.privateKeyPem().reveal(), key.passphrase().orElse(null))
                .get(0);
    }

    static String keyId(SigningKey key, RSAPublicKey counterpart) {
        return key.keyId().orElseGet(() -> PublicKeys.thumbprint(counterpart));
    }

    static SigningAlgorithm algorithm(SigningKey key) {
        return SigningAlgorithm.valueOf(key.algorithm().name());
    }

    static String unusable(UnusableKeyException e) {
        return "the private key of the unified access token cannot be used: " + e.getMessage();
    }
}
