package org.vizgate.jose;

import java.security.Key;
import java.util.Map;

import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.jose.AccessTokenFormat.DIRECT;
import static org.vizgate.jose.AccessTokenFormat.RSA;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.cipher;
import static org.vizgate.jose.TestKeys.ring;

/** Our tokens and those of a library that others wrote from the same standards: each opens what the other sealed. */
class OtherImplementationTest {
    private static final String CLAIMS = "{\"sub\":\"Zo\u00eb \ud83d\ude00\"}";

    private final RingKey key = ring(FIRST).issuing();

    @Test
    void ourRsaToken_opensThere() throws JoseException {
        String inner = opened(cipher(RSA, FIRST).seal(CLAIMS), FIRST);

        JsonWebSignature jws = new JsonWebSignature();
        jws.setKey(key.signatureKey());
        jws.setCompactSerialization(inner);
        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getPayload()).isEqualTo(CLAIMS);
    }

    @Test
    void ourDirectToken_opensThere() throws JoseException {
        assertThat(opened(cipher(DIRECT, FIRST).seal(CLAIMS), key.directKey())).isEqualTo(CLAIMS);
    }

    @Test
    void itsRsaToken_opensHere() throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", "at+jwt");
        jws.setAlgorithmHeaderValue("HS256");
        jws.setKeyIdHeaderValue(key.id());
        jws.setPayload(CLAIMS);
        jws.setKey(key.signatureKey());
        String token = sealed(key.publicKey(), "RSA-OAEP-256", Map.of("cty", "JWT"), jws.getCompactSerialization());

        assertThat(cipher(RSA, FIRST).open(token).claimsJson()).isEqualTo(CLAIMS);
    }

    @Test
    void itsDirectToken_opensHere() throws JoseException {
        String token = sealed(key.directKey(), "dir", Map.of("typ", "at+jwt"), CLAIMS);

        assertThat(cipher(RSA, FIRST).open(token).claimsJson()).isEqualTo(CLAIMS);
    }

    // Members in another order than ours: a header that is read, and not known by sight.
    private String sealed(Key with, String algorithm, Map<String, String> type, String text) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setKeyIdHeaderValue(key.id());
        type.forEach(jwe::setHeader);
        jwe.setEncryptionMethodHeaderParameter("A256GCM");
        jwe.setAlgorithmHeaderValue(algorithm);
        jwe.setKey(with);
        jwe.setPlaintext(text);
        return jwe.getCompactSerialization();
    }

    private static String opened(String token, Key with) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setKey(with);
        jwe.setCompactSerialization(token);
        return jwe.getPlaintextString();
    }
}
