package org.vizgate.resource;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.vizgate.access.Blocked;
import org.vizgate.access.ScopeNeeds;
import org.vizgate.access.ScopeRules;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.grant.Revocations;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauCaller;

/**
 * Decides who is calling and whether they may: (1) one token, (2) verified, (3) for this resource, (4) not revoked, (5) with a
 * living Tableau session, from wherever it comes; and then (6) with the scopes of the request.
 */
public final class Gate {
    private final AccessTokens accessTokens;
    private final Revocations revocations;
    private final SessionSource sessions;
    private final ScopeRules rules;
    private final boolean checksScopes;
    private final Blocked blocked;
    private final Optional<Passthrough> passthrough;
    private final Clock clock;

    /**
     * @param sessions where the Tableau session of a request comes from
     * @param checksScopes whether scope rules mean anything
     * @param blocked whose tokens are refused, and sessions too
     * @param passthrough whether and how Tableau sessions are taken in place of access tokens
     */
    public Gate(
            AccessTokens accessTokens,
            Revocations revocations,
            SessionSource sessions,
            ScopeRules rules,
            boolean checksScopes,
            Blocked blocked,
            Optional<Passthrough> passthrough,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.revocations = revocations;
        this.sessions = sessions;
        this.rules = rules;
        this.checksScopes = checksScopes;
        this.blocked = blocked;
        this.passthrough = passthrough;
        this.clock = clock;
    }

    /** What a request needs. */
    public ScopeNeeds needs(String method, String path) {
        return checksScopes ? rules.needs(method, path) : ScopeNeeds.nothing();
    }

    /** Whether Tableau sessions are taken in place of access tokens, so that it matters whether a request has one. */
    public boolean takesSessions() {
        return passthrough.isPresent();
    }

    /**
     * The caller of a request; empty if it carries no access token, and no session that is taken in place of one.
     *
     * @param authorization every value of the {@code Authorization} header
     * @param tableauAuth every value of the {@code X-Tableau-Auth} header
     * @param party whom the request comes from, as limits count; asked for only if that matters
     * @throws OAuthException invalid_request, invalid_token, too_many_requests or temporarily_unavailable
     */
    public Optional<TableauCaller> caller(
            List<String> authorization,
            List<String> tableauAuth,
            @Nullable String rawQuery,
            Resource resource,
            Supplier<String> party) {
        Optional<BearerToken> token = BearerToken.of(authorization, rawQuery);
        boolean hasSession = passthrough.isPresent() && !tableauAuth.isEmpty();
        if (token.isEmpty()) {
            return passthrough.filter(on -> hasSession).map(on -> unlessBlocked(on.caller(tableauAuth)));
        }
        if (hasSession) {
            throw new OAuthException(
                    ErrorCode.INVALID_REQUEST, "the request carries an access token and a Tableau session");
        }
        VerifiedAccessToken verified =
                accessTokens.verify(token.get().header(), token.get().start(), party);
        return Optional.of(
                verified.note() instanceof Admission known && known.holds(resource, clock.instant(), changes())
                        ? known.caller()
                        : admitted(verified, resource));
    }

    private TableauCaller admitted(VerifiedAccessToken verified, Resource resource) {
        // First of all: what changes while we look makes the next request look again.
        long changes = changes();
        requireAudience(verified, resource);
        Instant notEnded = notEndedUntil(verified.claims());
        Standing standing = sessions.standing(verified);
        TableauCaller caller = unlessBlocked(standing.caller());
        Instant until = earliest(verified.claims().usableUntil(), earliest(notEnded, standing.until()));
        if (until.isAfter(clock.instant())) {
            verified.note(new Admission(resource, caller, until, changes));
        }
        return caller;
    }

    private TableauCaller unlessBlocked(TableauCaller caller) {
        if (blocked.hasUser(caller.subject())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the user is blocked");
        }
        return caller;
    }

    /** Grows with whatever this node learns that may turn a caller away who was let in before. */
    private long changes() {
        return revocations.revokedHere() + sessions.changes();
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** @throws OAuthException insufficient_scope */
    public static void requireScopes(TableauCaller caller, Scopes needed) {
        if (!caller.scopes().covers(needed)) {
            throw new OAuthException(ErrorCode.INSUFFICIENT_SCOPE, "the request needs a scope that was not granted");
        }
    }

    // A token of the peer names the peer's own audience; that it is for this server its issuer says.
    private static void requireAudience(VerifiedAccessToken verified, Resource resource) {
        if (verified.signed() && !verified.claims().isFor(resource.identifier().toString())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is for another resource");
        }
    }

    private Instant notEndedUntil(AccessTokenClaims claims) {
        if (blocked.hasClient(claims.clientId())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the client of the access token is blocked");
        }
        if (claims.grantId().isEmpty()) {
            return Instant.MAX;
        }
        return revocations
                .notRevokedUntil(claims.grantId())
                .orElseThrow(() -> new OAuthException(ErrorCode.INVALID_TOKEN, "the access token was revoked"));
    }
}
