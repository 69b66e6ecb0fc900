package org.vizgate.standin.jwt;

import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A JWT in the compact form of RFC 7515, read but not believed: whoever uses a claim has asked for the signature first.
 * Immutable.
 */
public final class SignedJwt {
    // A member that is there twice could mean one thing to us and another to its maker.
    private static final JsonReaderFactory JSON =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final JsonObject header;
    private final JsonObject claims;
    private final byte[] signedPart;
    private final byte[] signature;

    private SignedJwt(String[] parts) {
        header = object(parts[0]);
        claims = object(parts[1]);
        signedPart = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        signature = Base64.getUrlDecoder().decode(parts[2]);
    }

    /** The JWT, or nothing when this is none. */
    public static Optional<SignedJwt> parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        // Java's decoder takes padding, which RFC 7515 section 2 leaves out.
        if (parts.length != 3 || compact.contains("=")) {
            return Optional.empty();
        }
        try {
            // Whoever says crit wants something understood that is not (RFC 7515 section 4.1.11).
            return Optional.of(new SignedJwt(parts)).filter(jwt -> !jwt.header.containsKey("crit"));
        } catch (IllegalArgumentException | JsonException e) {
            return Optional.empty();
        }
    }

    private static JsonObject object(String part) {
        String text = new String(Base64.getUrlDecoder().decode(part), UTF_8);
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** A header parameter, if it is there and text. */
    public Optional<String> header(String name) {
        return text(header, name);
    }

    /** A claim, if it is there and text. */
    public Optional<String> text(String claim) {
        return text(claims, claim);
    }

    /** A claim, if it is there and a number: seconds since 1970. */
    public Optional<Instant> time(String claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(JsonNumber.class::isInstance)
                .map(value -> Instant.ofEpochMilli(
                        (long) (((JsonNumber) value).bigDecimalValue().doubleValue() * 1000)));
    }

    /** A claim of any kind. */
    public Optional<JsonValue> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    /** The texts of an array; nothing when the claim is missing, or is something else, or holds something else. */
    public Optional<List<String>> texts(String claim) {
        return claim(claim)
                .filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray)
                .filter(array -> array.stream().allMatch(JsonString.class::isInstance))
                .map(array -> array.getValuesAs(JsonString::getString));
    }

    /** Whether it says HS256 and {@code secret}, whose characters are the key, made its signature. */
    public boolean isSignedWith(String secret) {
        if (!says("HS256")) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal(signedPart), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Whether it says RS256 and the owner of {@code key} made its signature. */
    public boolean isSignedBy(PublicKey key) {
        if (!says("RS256")) {
            return false;
        }
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(signedPart);
            return rsa.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    public boolean says(String algorithm) {
        return header("alg").filter(algorithm::equals).isPresent();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString());
    }
}
