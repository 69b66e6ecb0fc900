package org.vizgate.jose;

import java.security.Key;

import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.InvalidTokenException.Reason;

/** Compact JWE with one key management algorithm and A256GCM (RFC 7516, RFC 7518 sections 4.3, 4.5 and 5.3). */
final class Encryption {
    private static final AlgorithmConstraints CONTENT =
            new AlgorithmConstraints(ConstraintType.PERMIT, TokenHeader.CONTENT);

    private final String algorithm;
    private final AlgorithmConstraints pinned;
    private final ProviderContext context = new ProviderContext();

    Encryption(String algorithm, RandomTokens random) {
        this.algorithm = algorithm;
        this.pinned = new AlgorithmConstraints(ConstraintType.PERMIT, algorithm);
        this.context.setSecureRandom(random.generator());
    }

    /** @param typeHeader {@code typ} or {@code cty} */
    String encrypt(Key key, String keyId, String typeHeader, String type, String text) {
        JsonWebEncryption jwe = fresh(key);
        jwe.setAlgorithmHeaderValue(algorithm);
        jwe.setEncryptionMethodHeaderParameter(TokenHeader.CONTENT);
        jwe.setKeyIdHeaderValue(keyId);
        jwe.setHeader(typeHeader, type);
        jwe.setPlaintext(text);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot encrypt with " + algorithm, e);
        }
    }

    String decrypt(Key key, String token) {
        JsonWebEncryption jwe = fresh(key);
        try {
            jwe.setCompactSerialization(token);
            return jwe.getPlaintextString();
        } catch (JoseException | RuntimeException e) {
            // jose4j lets ProviderException, ClassCastException and others through for some malformed tokens.
            throw new InvalidTokenException(Reason.NOT_DECRYPTED);
        }
    }

    /** One object for one token: a used one answers the next token with the text of the last. */
    private JsonWebEncryption fresh(Key key) {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(pinned);
        jwe.setContentEncryptionAlgorithmConstraints(CONTENT);
        jwe.setProviderContext(context);
        jwe.setKey(key);
        return jwe;
    }
}
