package org.vizgate.accesstoken;

import java.util.Optional;

import org.vizgate.crypto.Digests;
import org.vizgate.json.JsonFields;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/**
 * The claims of unsigned tokens as the TypeScript peer issues them.
 *
 * <p>They differ from ours: {@code clientId} instead of {@code client_id}, the user's name as {@code sub}, no {@code jti}
 * (a digest of the token stands in for it), no grant, one fixed audience. A token without a Tableau session is refused:
 * there would be nothing to ask Tableau with.
 */
final class PeerClaimsJson {
    static final String AUDIENCE = "tableau-mcp-server";

    private PeerClaimsJson() {}

    static AccessTokenClaims read(JsonFields fields, String token, Servers servers) {
        return new AccessTokenClaims(
                Digests.full(token),
                fields.requiredText("sub"),
                fields.requiredText("clientId"),
                "",
                fields.textOrTexts("aud"),
                Scopes.parse(fields.text("scope").orElse("")),
                ClaimsJson.requiredInstant(fields, "iat"),
                ClaimsJson.requiredInstant(fields, "exp"),
                Optional.of(readTableau(fields, servers)));
    }

    private static TableauClaims readTableau(JsonFields fields, Servers servers) {
        return new TableauClaims(
                servers.read(fields),
                Secret.of(fields.requiredText("tableauAccessToken")),
                fields.requiredText("tableauUserId"),
                fields.requiredText("sub"),
                fields.text("tableauSiteId").orElse(""),
                "",
                ClaimsJson.requiredInstant(fields, "tableauExpiresAt"));
    }
}
