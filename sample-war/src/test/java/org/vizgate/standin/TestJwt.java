package org.vizgate.standin;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.vizgate.standin.credential.SampleCredentials;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A JWT in the making: what is ordinary is there, and the test changes one thing. Immutable. */
record TestJwt(JsonObject header, JsonObject claims) {
    static final String ISSUER = "https://idp.corp.example";
    static final KeyPair KEYS = rsa();
    static final KeyPair OTHER_KEYS = rsa();

    /** As {@code jo@corp.example}, through the sample's connected app, for reading content. */
    static TestJwt directTrust(Instant now) {
        return new TestJwt(
                Json.createObjectBuilder()
                        .add("alg", "HS256")
                        .add("typ", "JWT")
                        .add("kid", SampleCredentials.APP_SECRET_ID)
                        .build(),
                Json.createObjectBuilder()
                        .add("iss", SampleCredentials.APP.clientId())
                        .add("sub", "jo@corp.example")
                        .add("aud", "tableau")
                        .add("jti", UUID.randomUUID().toString())
                        .add("iat", now.getEpochSecond())
                        .add("nbf", now.getEpochSecond())
                        .add("exp", now.plus(Duration.ofMinutes(5)).getEpochSecond())
                        .add("scp", Json.createArrayBuilder(List.of("tableau:content:read")))
                        .build());
    }

    /** As {@code userName}, by an issuer that the sample's tenant may trust. */
    static TestJwt unifiedAccess(Instant now, String userName) {
        return new TestJwt(
                Json.createObjectBuilder()
                        .add("alg", "RS256")
                        .add("typ", "JWT")
                        .add("kid", "key-1")
                        .build(),
                Json.createObjectBuilder()
                        .add("iss", ISSUER)
                        .add("iat", now.getEpochSecond())
                        .add("exp", now.plus(Duration.ofMinutes(5)).getEpochSecond())
                        .add("jti", UUID.randomUUID().toString())
                        .add("https://tableau.com/tenantId", SampleCredentials.TENANT.id())
                        .add("email", userName)
                        .add("scp", Json.createArrayBuilder(List.of("tableau:content:read")))
                        .build());
    }

    TestJwt header(String name, String value) {
        return new TestJwt(Json.createObjectBuilder(header).add(name, value).build(), claims);
    }

    TestJwt withoutHeader(String name) {
        return new TestJwt(Json.createObjectBuilder(header).remove(name).build(), claims);
    }

    TestJwt with(String claim, Object value) {
        return new TestJwt(
                header,
                Json.createObjectBuilder(claims)
                        .addAll(Json.createObjectBuilder(Map.of(claim, value)))
                        .build());
    }

    TestJwt with(String claim, Instant time) {
        return with(claim, time.getEpochSecond());
    }

    TestJwt without(String claim) {
        return new TestJwt(
                header, Json.createObjectBuilder(claims).remove(claim).build());
    }

    /** Signed with the sample app's secret. */
    String signed() {
        return signed(SampleCredentials.APP_SECRET_VALUE);
    }

    String signed(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return part() + "." + base64(mac.doFinal(part().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(PrivateKey key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(part().getBytes(UTF_8));
            return part() + "." + base64(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return part() + ".";
    }

    static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private String part() {
        return base64(header.toString().getBytes(UTF_8)) + "."
                + base64(claims.toString().getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
