package org.vizgate.accesstoken;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/** Ordinary claims. */
public final class TestClaims {
    public static final String RESOURCE = "https://gate.example/mcp";
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    public static final Duration LIFE = Duration.ofHours(1);

    private TestClaims() {}

    public static AccessTokenClaims ordinary() {
        return forAudience(RESOURCE);
    }

    static AccessTokenClaims forAudience(String... audience) {
        return new AccessTokenClaims(
                "token-1",
                "user-luid",
                "client-1",
                "grant-1",
                List.of(audience),
                Scopes.of("tableau:content:read", "tableau:views:*"),
                NOW,
                NOW.plus(LIFE),
                Optional.of(tableau()));
    }

    static AccessTokenClaims withoutTableau() {
        AccessTokenClaims full = ordinary();
        return new AccessTokenClaims(
                full.tokenId(),
                full.subject(),
                full.clientId(),
                "",
                full.audience(),
                Scopes.none(),
                full.issuedAt(),
                full.expiresAt(),
                Optional.empty());
    }

    static TableauClaims tableau() {
        return new TableauClaims(
                URI.create("https://pod.online.example"),
                Secret.of("session|token|site-luid"),
                "user-luid",
                "zoë@example.com",
                "site-luid",
                "marketing",
                NOW.plus(Duration.ofHours(2)));
    }

    /** The claims set of an ordinary token, to be changed and sealed. */
    static Map<String, Object> json(String issuer) {
        return new LinkedHashMap<>(ClaimsJson.write(ordinary(), issuer));
    }

    /** The claims set of the TypeScript peer. */
    static Map<String, Object> peerJson(String issuer) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("iss", issuer);
        members.put("aud", "tableau-mcp-server");
        members.put("iat", NOW.getEpochSecond());
        members.put("exp", NOW.plus(LIFE).getEpochSecond());
        members.put("sub", "zoe@example.com");
        members.put("clientId", "https://client.example/metadata.json");
        members.put("tableauServer", "https://pod.online.example");
        members.put("scope", "tableau:content:read");
        members.put("tableauAccessToken", "session|token|site-luid");
        members.put("tableauRefreshToken", "refresh-secret");
        members.put("tableauExpiresAt", NOW.plus(LIFE).getEpochSecond());
        members.put("tableauUserId", "user-luid");
        members.put("tableauSiteId", "site-luid");
        return members;
    }
}
