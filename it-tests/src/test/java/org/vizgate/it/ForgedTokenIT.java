package org.vizgate.it;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/**
 * What an attacker sends who has the public key, a token of their own, and the claims of everybody: each is refused alike.
 * The gate is given a key of which the test knows both halves.
 */
@ExtendWith(ShowOutput.class)
class ForgedTokenIT {
    private static final Keys KEYS = Keys.create();
    private static Sample sample;
    private static Sample sibling;
    private static SignIn signIn;
    private static Tokens tokens;

    @BeforeAll
    static void start() {
        sample = Sample.builder().key(KEYS.file()).start();
        sibling = Sample.builder().key(KEYS.file()).start();
        signIn = SignIn.of(OAuthClient.register(sample));
        tokens = signIn.tokens();
    }

    @AfterAll
    static void stop() {
        sample.close();
        sibling.close();
    }

    @Test
    @DisplayName("A90 A91 R20: a token holds the claims of RFC 9068 and no more of Tableau than it needs")
    void ownToken_holdsTheClaims() {
        JsonObject outer = json(header(tokens.access()));
        String[] inner = payload().split("\\.", -1);
        JsonObject claims = json(new String(Jwe.decoded(inner[1]), UTF_8));

        assertThat(outer.keySet()).containsExactlyInAnyOrder("alg", "enc", "kid", "cty");
        assertThat(outer.getString("kid")).isEqualTo(thumbprint());
        assertThat(json(new String(Jwe.decoded(inner[0]), UTF_8)).getString("typ"))
                .isEqualTo("at+jwt");
        assertThat(claims.keySet()).contains("iss", "exp", "aud", "sub", "client_id", "iat", "jti");
        assertThat(claims.getString("iss")).isEqualTo(sample.base().toString());
        assertThat(claims.getString("aud")).isEqualTo(sample.base().toString());
        assertThat(claims.getString("sub")).isEqualTo(JO_SALES.luid());
        assertThat(claims.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("refresh");
    }

    @Test
    @DisplayName("What is forged below is refused for its content: the genuine content in a new wrapping is accepted")
    void genuineContentWrappedAnew_isAccepted() {
        assertThat(signIn.client().whoami(nested(payload())).status()).isEqualTo(200);
    }

    @TestFactory
    @DisplayName("R5 R18 R19 R20 R21: forged and foreign tokens are invalid_token, all alike")
    Stream<DynamicTest> forgedTokens_areInvalid() {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("the peer's form: encrypted, unsigned", unsigned(UnaryOperator.identity()));
        forged.put("unsigned, with typ", unsigned(header -> header.replace("}", ",\"typ\":\"JWT\"}")));
        forged.put("unsigned, with our kid", unsigned(header -> header.replace("}", ",\"kid\":\"" + kid() + "\"}")));
        forged.put("unsigned claims under a nested header", nested(ourClaims()));
        forged.put("inner alg none", nested(jws("none", ourClaims()) + "."));
        forged.put(
                "inner HS256 by the public key",
                nested(Jwe.hmac(KEYS.publicKey().getEncoded(), innerHeader("HS256"), ourClaims())));
        forged.put(
                "inner HS256 by an empty-looking key",
                nested(Jwe.hmac(new byte[32], innerHeader("HS256"), ourClaims())));
        forged.put("inner HS256 without a signature", nested(jws("HS256", ourClaims()) + "."));
        forged.put("inner RS256 by our own RSA key", nested(rs256(KEYS.pair())));
        forged.put(
                "inner RS256 by an attacker's key", nested(rs256(Keys.create().pair())));
        forged.put("zip", zipped());
        forged.put(
                "foreign alg: RSA-OAEP",
                Jwe.encryptWithSha1(KEYS.publicKey(), nestedHeader().replace("-256\"", "\""), payload()));
        forged.put("foreign alg: RSA1_5", nested(payload(), header -> header.replace("RSA-OAEP-256", "RSA1_5")));
        forged.put("foreign alg: A256KW", nested(payload(), header -> header.replace("RSA-OAEP-256", "A256KW")));
        forged.put("foreign enc: A128GCM", nested(payload(), header -> header.replace("A256GCM", "A128GCM")));
        forged.put(
                "foreign enc: A256CBC-HS512", nested(payload(), header -> header.replace("A256GCM", "A256CBC-HS512")));
        forged.put("unknown kid", nested(payload(), header -> header.replace(kid(), "x" + kid().substring(1))));
        forged.put("no kid", nested(payload(), header -> header.replace(",\"kid\":\"" + kid() + "\"", "")));
        forged.put(
                "jwk in the header", nested(payload(), header -> header.replace("}", ",\"jwk\":{\"kty\":\"RSA\"}}")));
        forged.put(
                "jku in the header",
                nested(payload(), header -> header.replace("}", ",\"jku\":\"http://127.0.0.1/\"}")));
        forged.put("crit in the header", nested(payload(), header -> header.replace("}", ",\"crit\":[\"x\"]}")));
        forged.put(
                "repeated member in the header",
                nested(payload(), header -> header.replace("}", ",\"enc\":\"A256GCM\"}")));
        forged.put("dir under a guessed key", Jwe.encrypt(new byte[32], dirHeader(), ourClaims()));
        forged.put(
                "dir under a digest of the public key",
                Jwe.encrypt(sha256(KEYS.publicKey().getEncoded()), dirHeader(), ourClaims()));
        forged.put("JWS alone, HS256", Jwe.hmac(KEYS.publicKey().getEncoded(), innerHeader("HS256"), ourClaims()));
        forged.put("the genuine inner JWS alone", payload());
        forged.put("JWS alone, alg none", jws("none", ourClaims()) + ".");
        forged.put(
                "the token of another gate with the same key",
                SignIn.of(OAuthClient.register(sibling)).tokens().access());
        forged.put("a refresh token", tokens.refresh());
        forged.put("a client id", signIn.client().id());
        forged.put("a code", SignIn.of(signIn.client()).code());
        forged.put("8 KiB and a bit", tokens.access() + "A".repeat(8_200));
        forged.put("a long first part", "A".repeat(8_000) + ".A.A.A.A");
        forged.put("four dots", "....");
        forged.put("one character", "x");
        forged.put("not base64url", tokens.access().replaceFirst("\\.", ".+/="));
        forged.put("padded", tokens.access() + "=");
        forged.put("a sixth part", tokens.access() + ".AAAA");
        forged.put("a Tableau session", session());
        return forged.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertRefused(entry.getValue())));
    }

    @Test
    @DisplayName("R18 R19: whichever bit of a token is turned, it is refused")
    void tamperedToken_isInvalid() {
        String token = tokens.access();
        assertThat(signIn.client().whoami(token).status()).isEqualTo(200);
        // Every 29th character, and the last of each part.
        IntStream all = IntStream.concat(
                IntStream.iterate(0, i -> i < token.length(), i -> i + 29),
                IntStream.range(0, token.length()).filter(i -> i + 1 == token.length() || token.charAt(i + 1) == '.'));
        all.filter(i -> token.charAt(i) != '.').forEach(i -> {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(token.substring(0, i) + other + token.substring(i + 1));
        });
    }

    @Test
    @DisplayName("R21: a header that is too long for the server is refused by it")
    void hugeHeader_isRefused() {
        assertThat(signIn.client().whoami("A".repeat(17_000)).status()).isEqualTo(431);
    }

    private static void assertRefused(String token) {
        Answer answer = signIn.client().whoami(token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_token");
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("error", "error_description");
        // The same words for every cause: an answer that knows more tells an attacker how far they got.
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"vizgate\", error=\"invalid_token\","
                        + " error_description=\"The access token is invalid or has expired\", resource_metadata=\""
                        + sample.base() + "/.well-known/oauth-protected-resource\"");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.headers().toString() + answer.body()).doesNotContain(session());
    }

    private static String unsigned(UnaryOperator<String> change) {
        return Jwe.encrypt(
                KEYS.publicKey(), change.apply("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}"), peerClaims());
    }

    private static String nested(String inner) {
        return nested(inner, UnaryOperator.identity());
    }

    private static String nested(String inner, UnaryOperator<String> change) {
        return Jwe.encrypt(KEYS.publicKey(), change.apply(nestedHeader()), inner);
    }

    private static String zipped() {
        String header = nestedHeader().replace("}", ",\"zip\":\"DEF\"}");
        return Jwe.encrypt(KEYS.publicKey(), header, Jwe.deflated(payload()));
    }

    private static String nestedHeader() {
        return "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"" + kid() + "\",\"cty\":\"JWT\"}";
    }

    private static String dirHeader() {
        return "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"" + kid() + "\",\"typ\":\"at+jwt\"}";
    }

    private static String innerHeader(String algorithm) {
        return "{\"typ\":\"at+jwt\",\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid() + "\"}";
    }

    private static String jws(String algorithm, String claims) {
        return Jwe.encoded(innerHeader(algorithm)) + "." + Jwe.encoded(claims);
    }

    private static String rs256(KeyPair pair) {
        String signed = jws("RS256", ourClaims());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + Jwe.encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The genuine signed content, which only somebody with the private key gets to see. */
    private static String payload() {
        return Jwe.decrypt(KEYS.pair().getPrivate(), tokens.access());
    }

    private static String ourClaims() {
        return new String(Jwe.decoded(payload().split("\\.", -1)[1]), UTF_8);
    }

    private static String session() {
        return json(ourClaims()).getString("tableauAccessToken");
    }

    private static String peerClaims() {
        return PeerToken.claims(sample, json(ourClaims()), Instant.now().plusSeconds(600));
    }

    private static String header(String token) {
        return new String(Jwe.decoded(token.substring(0, token.indexOf('.'))), UTF_8);
    }

    private static String kid() {
        return json(header(tokens.access())).getString("kid");
    }

    private static String thumbprint() {
        String jwk = "{\"e\":\"" + number(KEYS.publicKey().getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(KEYS.publicKey().getModulus()) + "\"}";
        return Jwe.encoded(sha256(jwk.getBytes(UTF_8)));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Jwe.encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new java.io.StringReader(text))) {
            return reader.readObject();
        }
    }
}
