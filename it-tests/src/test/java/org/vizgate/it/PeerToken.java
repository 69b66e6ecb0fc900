package org.vizgate.it;

import java.io.StringReader;
import java.security.PublicKey;
import java.time.Instant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tokens as the TypeScript peer issues them: encrypted with the public key, without a signature inside. */
final class PeerToken {
    private static final String HEADER = "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}";

    private PeerToken() {}

    static String create(PublicKey key, String claims) {
        return Jwe.encrypt(key, HEADER, claims);
    }

    /** The peer's claims around the Tableau session in {@code ours}. */
    static String claims(Sample sample, JsonObject ours, Instant end) {
        return Json.createObjectBuilder()
                .add("iss", sample.base().toString())
                .add("aud", "tableau-mcp-server")
                .add("iat", Instant.now().getEpochSecond())
                .add("exp", end.getEpochSecond())
                .add("sub", "jo@corp.example")
                .add("clientId", "peer-client")
                .add("tableauServer", ours.getString("tableauServer"))
                .add("scope", "")
                .add("tableauAccessToken", ours.getString("tableauAccessToken"))
                .add("tableauRefreshToken", "upstream-refresh")
                .add("tableauExpiresAt", ours.getInt("tableauExpiresAt"))
                .add("tableauUserId", ours.getString("tableauUserId"))
                .add("tableauSiteId", ours.getString("tableauSiteId"))
                .build()
                .toString();
    }

    /** The claims inside one of our own tokens, for somebody who has the private key. */
    static JsonObject open(Keys keys, String token) {
        String claims = Jwe.decrypt(keys.pair().getPrivate(), token).split("\\.", -1)[1];
        try (JsonReader reader = Json.createReader(new StringReader(new String(Jwe.decoded(claims), UTF_8)))) {
            return reader.readObject();
        }
    }
}
