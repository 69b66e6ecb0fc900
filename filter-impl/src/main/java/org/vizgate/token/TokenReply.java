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
import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditRecord;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.grant.RefreshGrant;
import org.vizgate.grant.TableauGrant;
import org.vizgate.json.Json;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;

/** A successful answer of the token endpoint (RFC 6749 section 5.1): issues the access token as it is written. */
final class TokenReply {
    private static final int TOKEN_ID_BYTES = 16;

    private final AccessTokens accessTokens;
    private final Duration longestLife;
    private final Json json;
    private final RandomTokens random;
    private final Clock clock;

    TokenReply(AccessTokens accessTokens, Duration longestLife, Json json, RandomTokens random, Clock clock) {
        this.accessTokens = accessTokens;
        this.longestLife = longestLife;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /**
     * An access token for {@code grant}, and the refresh token to go with it.
     *
     * @param resources what the access token is for
     * @param scopes what it allows
     */
    Reply of(TokenRequest request, RefreshGrant grant, String refreshToken, List<String> resources, Scopes scopes) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant end = end(grant.approval().tableau(), now);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", accessTokens.issue(claims(grant, resources, scopes, now, end)));
        members.put("token_type", "Bearer");
        members.put("expires_in", Duration.between(now, end).toSeconds());
        members.put("refresh_token", refreshToken);
        if (!scopes.isEmpty()) {
            members.put("scope", scopes.toString());
        }
        AuditRecord.of(AuditEvent.TOKEN_ISSUED, request.reference())
                .because(request.type().wireName())
                .with("client", grant.approval().client())
                .with("user", grant.approval().tableau().user().id())
                .with("grant", grant.id())
                .write();
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
        TableauClaims session = new TableauClaims(
                tableau.server(),
                tableau.accessToken(),
                tableau.user().id(),
                tableau.user().name(),
                tableau.site().id(),
                tableau.site().contentUrl(),
                tableau.expiresAt());
        return new AccessTokenClaims(
                random.text(TOKEN_ID_BYTES),
                tableau.user().id(),
                grant.approval().client(),
                grant.id(),
                resources,
                scopes,
                now,
                end,
                Optional.of(session));
    }
}
