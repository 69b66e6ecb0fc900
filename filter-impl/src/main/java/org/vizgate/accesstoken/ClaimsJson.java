package org.vizgate.accesstoken;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/** The claims of our own tokens, to and from JSON (RFC 9068 section 2.2, and the peer's names for Tableau's part). */
final class ClaimsJson {
    private ClaimsJson() {}

    static Map<String, Object> write(AccessTokenClaims claims, String issuer) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("iss", issuer);
        members.put("sub", claims.subject());
        members.put("aud", oneOrMany(claims.audience()));
        members.put("exp", claims.expiresAt().getEpochSecond());
        members.put("iat", claims.issuedAt().getEpochSecond());
        members.put("jti", claims.tokenId());
        members.put("client_id", claims.clientId());
        members.put("scope", claims.scopes().toString());
        members.put("grant_id", claims.grantId());
        claims.user().ifPresent(user -> write(user, members));
        claims.tableau().ifPresent(tableau -> write(tableau, members));
        return members;
    }

    private static void write(UserClaims user, Map<String, Object> members) {
        members.put("tableauUserName", user.userName());
        members.put("tableauSiteContentUrl", user.siteContentUrl());
    }

    private static void write(TableauClaims tableau, Map<String, Object> members) {
        members.put("tableauServer", tableau.server().toString());
        members.put("tableauAccessToken", tableau.accessToken().reveal());
        members.put("tableauUserId", tableau.userId());
        members.put("tableauUserName", tableau.userName());
        members.put("tableauSiteId", tableau.siteId());
        members.put("tableauSiteContentUrl", tableau.siteContentUrl());
        members.put("tableauExpiresAt", tableau.expiresAt().getEpochSecond());
    }

    /**
     * @throws MalformedJsonException if a claim is missing or of another type
     * @throws IllegalArgumentException if a claim has a value that it cannot have
     */
    static AccessTokenClaims read(JsonFields fields, Servers servers) {
        return new AccessTokenClaims(
                fields.requiredText("jti"),
                fields.requiredText("sub"),
                fields.requiredText("client_id"),
                fields.requiredText("grant_id"),
                fields.textOrTexts("aud"),
                Scopes.parse(fields.requiredText("scope")),
                requiredInstant(fields, "iat"),
                requiredInstant(fields, "exp"),
                fields.has("tableauAccessToken") ? Optional.of(readTableau(fields, servers)) : Optional.empty(),
                fields.has("tableauAccessToken") ? Optional.empty() : readUser(fields));
    }

    private static Optional<UserClaims> readUser(JsonFields fields) {
        return fields.text("tableauUserName")
                .map(name -> new UserClaims(name, fields.requiredText("tableauSiteContentUrl")));
    }

    private static TableauClaims readTableau(JsonFields fields, Servers servers) {
        return new TableauClaims(
                servers.read(fields),
                Secret.of(fields.requiredText("tableauAccessToken")),
                fields.requiredText("tableauUserId"),
                fields.requiredText("tableauUserName"),
                fields.requiredText("tableauSiteId"),
                fields.requiredText("tableauSiteContentUrl"),
                requiredInstant(fields, "tableauExpiresAt"));
    }

    static Instant requiredInstant(JsonFields fields, String name) {
        return fields.instant(name).orElseThrow(() -> new MalformedJsonException(name + " is missing"));
    }

    private static Object oneOrMany(List<String> audience) {
        return audience.size() == 1 ? audience.get(0) : audience;
    }
}
