package org.vizgate.standin.jwt;

import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/** Public RSA keys in the forms that people hand them over in. */
public final class RsaKeys {
    private RsaKeys() {}

    /** A SubjectPublicKeyInfo (RFC 7468 section 13), with or without the lines before and after it. */
    public static Optional<PublicKey> ofPem(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            return Optional.of(key(new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The RSA key with this {@code kid} in a JWK set (RFC 7517 section 5). */
    public static Optional<PublicKey> ofJwks(String jwks, String kid) {
        try (JsonReader reader = Json.createReader(new StringReader(jwks))) {
            for (JsonValue value : keys(reader.readObject())) {
                if (value instanceof JsonObject jwk
                        && jwk.getString("kty", "").equals("RSA")
                        && jwk.getString("kid", "").equals(kid)) {
                    return Optional.of(key(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e"))));
                }
            }
            return Optional.empty();
        } catch (JsonException | IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static List<JsonValue> keys(JsonObject set) {
        return set.get("keys") instanceof JsonArray keys ? keys : List.of();
    }

    private static BigInteger number(JsonObject jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString(member, "")));
    }

    private static PublicKey key(KeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(spec);
    }
}
