package org.vizgate.jose;

import java.util.Set;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.vizgate.jose.InvalidTokenException.Reason;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;

/** The signature inside an encrypted token: compact JWS with HS256 under a derived key (RFC 7515). */
final class Signature {
    private static final String ALGORITHM = "HS256";
    private static final AlgorithmConstraints PINNED = new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM);
    private static final Set<String> MEMBERS = Set.of("typ", "alg", "kid");
    private static final int PARTS = 3;

    private Signature() {}

    static String sign(RingKey key, String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", TokenHeader.ACCESS_TOKEN);
        jws.setAlgorithmHeaderValue(ALGORITHM);
        jws.setKeyIdHeaderValue(key.id());
        jws.setPayload(payload);
        jws.setKey(key.signatureKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with " + ALGORITHM, e);
        }
    }

    /** The payload of {@code text}, if {@code key} signed it as an access token. */
    static String verified(RingKey key, String text, Json json) {
        String[] parts = text.split("\\.", PARTS + 1);
        if (parts.length != PARTS || !isOurs(parts[0], key, json)) {
            throw new InvalidTokenException(Reason.NOT_SIGNED_BY_US);
        }
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(PINNED);
        jws.setKey(key.signatureKey());
        try {
            jws.setCompactSerialization(text);
            if (jws.verifySignature()) {
                return jws.getPayload();
            }
        } catch (JoseException | RuntimeException e) {
            // Falls through: all that is not verified is answered alike.
        }
        throw new InvalidTokenException(Reason.NOT_SIGNED_BY_US);
    }

    private static boolean isOurs(String encoded, RingKey key, Json json) {
        if (!Base64Url.isCanonical(encoded)) {
            return false;
        }
        try {
            JsonFields header = json.read(Base64Url.decode(encoded));
            return header.names().equals(MEMBERS)
                    && header.requiredText("typ").equals(TokenHeader.ACCESS_TOKEN)
                    && header.requiredText("alg").equals(ALGORITHM)
                    // The key that decrypted must be the key that signed: keys cannot be mixed.
                    && header.requiredText("kid").equals(key.id());
        } catch (MalformedJsonException e) {
            return false;
        }
    }
}
