package org.vizgate.jose;

import java.security.Key;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.vizgate.session.Secret;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs JWTs for others (compact JWS, RFC 7515). Safe for use by several threads. */
public final class JwsSigner {
    private final String algorithm;
    private final Key key;

    private JwsSigner(String algorithm, Key key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /**
     * HS256 under the characters of a text, as UTF-8.
     *
     * @param text may be shorter than RFC 7518 asks for, if whoever verifies has chosen it so
     */
    public static JwsSigner ofText(Secret text) {
        return new JwsSigner("HS256", new SecretKeySpec(text.reveal().getBytes(UTF_8), "HmacSHA256"));
    }

    public static JwsSigner of(RSAPrivateCrtKey key, SigningAlgorithm algorithm) {
        return new JwsSigner(algorithm.name(), key);
    }

    /**
     * Signs.
     *
     * @param moreHeaders header members apart from {@code alg}, {@code typ} and {@code kid}
     * @param payload a JSON object
     */
    public Secret sign(String keyId, Map<String, String> moreHeaders, String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setHeader("typ", "JWT");
        jws.setKeyIdHeaderValue(keyId);
        moreHeaders.forEach(jws::setHeader);
        jws.setPayload(payload);
        jws.setKey(key);
        // jose4j would refuse a text of less than 32 bytes, and whether it is long enough is not ours to say.
        jws.setDoKeyValidation(false);
        try {
            return Secret.of(jws.getCompactSerialization());
        } catch (JoseException e) {
            // Without the cause: it may speak of the key.
            throw new UnusableKeyException("The key cannot sign with " + algorithm + ".");
        }
    }
}
