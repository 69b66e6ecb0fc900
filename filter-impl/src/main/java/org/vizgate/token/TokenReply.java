package org.vizgate.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.accesstoken.UserClaims;
import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.grant.RefreshGrant;
import org.vizgate.grant.TableauGrant;
import org.vizgate.json.Json;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;

/** A successful answer of the token endpoint (RFC 6749 section 5.1): issues the access token as it is written. */
final class TokenReply {
    private static final int ID_BYTES = 16;

    private final AccessTokens accessTokens;
    private final SessionSupply supply;
    private final Duration longestLife;
    private final Json json;
    private final RandomTokens random;
    private final Clock clock;
    private final AuditLog audit;

    TokenReply(
            AccessTokens accessTokens,
            SessionSupply supply,
            Duration longestLife,
            Json json,
            RandomTokens random,
            Clock clock,
            AuditLog audit) {
        this.accessTokens = accessTokens;
        this.supply = supply;
        this.longestLife = longestLife;
        this.json = json;
        this.random = random;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * An access token for {@code grant}, and the refresh token to go with it.
     *
     * @param resources what the access token is for
     * @param scopes what it allows
     */
    Reply of(TokenRequest request, RefreshGrant grant, String refreshToken, List<String> resources, Scopes scopes) {
        Instant now = now();
        Instant end = supply.isInToken() ? end(grant.approval().tableau(), now) : now.plus(longestLife);
        Reply reply = written(claims(grant, resources, scopes, now, end), Optional.of(refreshToken));
        audit(request, grant.approval().tableau().user().id(), grant.approval().client(), grant.id());
        return reply;
    }

    /**
     * An access token for a client that acts for itself: there is no user, and no refresh token (RFC 6749 section 4.4.3).
     */
    Reply ofClient(TokenRequest request, List<String> resources, Scopes scopes) {
        String client = request.client().reference();
        String grantId = random.text(ID_BYTES);
        Instant now = now();
        AccessTokenClaims claims = new AccessTokenClaims(
                random.text(ID_BYTES),
                client,
                client,
                grantId,
                resources,
                scopes,
                now,
                now.plus(longestLife),
                Optional.empty());
        Reply reply = written(claims, Optional.empty());
        audit(request, "", client, grantId);
        return reply;
    }

    private Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    private void audit(TokenRequest request, String user, String client, String grantId) {
        audit.record(AuditEvent.TOKEN_ISSUED, request.reference())
                .because(request.type().wireName())
                .with("client", client)
                .with("user", user)
                .with("grant", grantId)
                .write();
    }

    private Reply written(AccessTokenClaims claims, Optional<String> refreshToken) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", accessTokens.issue(claims));
        members.put("token_type", "Bearer");
        members.put(
                "expires_in",
                Duration.between(claims.issuedAt(), claims.expiresAt()).toSeconds());
        refreshToken.ifPresent(token -> members.put("refresh_token", token));
        if (!claims.scopes().isEmpty()) {
            members.put("scope", claims.scopes().toString());
        }
        return Reply.json(200, json.write(members)).uncached().with("Pragma", "no-cache");
    }

    private Instant end(TableauGrant tableau, Instant now) {
        Instant longest = now.plus(longestLife);
        Instant end = longest.isBefore(tableau.expiresAt()) ? longest : tableau.expiresAt();
        // A session that is over already: the client sees it at once, and refreshes.
        return end.isBefore(now) ? now : end;
    }

    private AccessTokenClaims claims(
            RefreshGrant grant, List<String> resources, Scopes scopes, Instant now, Instant end) {
        TableauGrant tableau = grant.approval().tableau();
        return new AccessTokenClaims(
                random.text(ID_BYTES),
                tableau.user().id(),
                grant.approval().client(),
                grant.id(),
                resources,
                scopes,
                now,
                end,
                supply.isInToken() ? Optional.of(session(tableau)) : Optional.empty(),
                supply.isInToken() ? Optional.empty() : Optional.of(user(tableau)));
    }

    private static TableauClaims session(TableauGrant tableau) {
        return new TableauClaims(
                tableau.server(),
                tableau.accessToken(),
                tableau.user().id(),
                tableau.user().name(),
                tableau.site().id(),
                tableau.site().contentUrl(),
                tableau.expiresAt());
    }

    private static UserClaims user(TableauGrant tableau) {
        return new UserClaims(tableau.user().name(), tableau.site().contentUrl());
    }
}
