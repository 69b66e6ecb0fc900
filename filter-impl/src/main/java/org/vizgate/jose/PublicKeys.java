package org.vizgate.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The public half of an RSA key, and the forms in which it is published. */
public final class PublicKeys {
    private static final int LINE = 64;

    private PublicKeys() {}

    /** @throws UnusableKeyException if the key has no public part */
    public static RSAPublicKey of(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException("The key has no usable public part. " + PemKeys.HOW_TO_MAKE_ONE);
        }
    }

    /** The thumbprint of RFC 7638 section 3, with SHA-256. */
    public static String thumbprint(RSAPublicKey key) {
        String members = "{\"e\":\"" + number(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(key.getModulus()) + "\"}";
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(members.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Base64urlUInt of RFC 7518 section 2: no byte more than the number needs. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64Url.encode(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    /** SubjectPublicKeyInfo in PEM (RFC 7468 section 13), with a line end after the last line. */
    public static String pem(RSAPublicKey key) {
        String base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    /** A JWK set (RFC 7517 section 5) with this one key, for signatures. */
    public static String jwks(RSAPublicKey key, String keyId, SigningAlgorithm algorithm) {
        RsaJsonWebKey jwk = new RsaJsonWebKey(key);
        jwk.setKeyId(keyId);
        jwk.setUse("sig");
        jwk.setAlgorithm(algorithm.name());
        return new JsonWebKeySet(jwk).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
