package org.vizgate.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.vizgate.access.ScopeNeeds;
import org.vizgate.access.ScopeRules;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.credential.CurrentSession;
import org.vizgate.grant.Revocations;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TableauHosts;

/** Decides who is calling and whether they may: (1) one token, (2) verified, (3) for this resource, (4) not revoked, (5) with a living Tableau session; and then (6) with the scopes of the request. */
public final class Gate {
    /** What {@link TableauCaller#clientId} says of a caller whose access token is not signed. */
    private static final String UNSIGNED_CLIENT = "unsigned";

    private final AccessTokens accessTokens;
    private final Revocations revocations;
    private final SessionLiveness liveness;
    private final TableauHosts hosts;
    private final SiteLock site;
    private final ScopeRules rules;
    private final boolean checksScopes;
    private final Set<String> blockedClients;
    private final Optional<Passthrough> passthrough;

    /**
     * @param checksScopes whether scope rules mean anything
     * @param blockedClients references of clients whose tokens are refused
     * @param passthrough whether and how Tableau sessions are taken in place of access tokens
     */
    public Gate(
            AccessTokens accessTokens,
            Revocations revocations,
            SessionLiveness liveness,
            TableauHosts hosts,
            SiteLock site,
            ScopeRules rules,
            boolean checksScopes,
            Set<String> blockedClients,
            Optional<Passthrough> passthrough) {
        this.accessTokens = accessTokens;
        this.revocations = revocations;
        this.liveness = liveness;
        this.hosts = hosts;
        this.site = site;
        this.rules = rules;
        this.checksScopes = checksScopes;
        this.blockedClients = Set.copyOf(blockedClients);
        this.passthrough = passthrough;
    }

    /** What a request needs. */
    public ScopeNeeds needs(String method, String path) {
        return checksScopes ? rules.needs(method, path) : ScopeNeeds.nothing();
    }

    /**
     * The caller of a request; empty if it carries no access token, and no session that is taken in place of one.
     *
     * @param authorization every value of the {@code Authorization} header
     * @param tableauAuth every value of the {@code X-Tableau-Auth} header
     * @throws OAuthException invalid_request, invalid_token or temporarily_unavailable
     */
    public Optional<TableauCaller> caller(
            List<String> authorization, List<String> tableauAuth, @Nullable String rawQuery, Resource resource) {
        Optional<String> token = BearerToken.of(authorization, rawQuery);
        boolean hasSession = passthrough.isPresent() && !tableauAuth.isEmpty();
        if (token.isEmpty()) {
            return passthrough.filter(on -> hasSession).map(on -> on.caller(tableauAuth));
        }
        if (hasSession) {
            throw new OAuthException(
                    ErrorCode.INVALID_REQUEST, "the request carries an access token and a Tableau session");
        }
        VerifiedAccessToken verified = accessTokens.verify(token.get());
        requireAudience(verified, resource);
        requireNotEnded(verified.claims());
        return Optional.of(caller(verified));
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

    private void requireNotEnded(AccessTokenClaims claims) {
        if (blockedClients.contains(claims.clientId())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the client of the access token is blocked");
        }
        if (!claims.grantId().isEmpty() && revocations.isRevoked(claims.grantId())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token was revoked");
        }
    }

    private TableauCaller caller(VerifiedAccessToken verified) {
        TableauClaims session = verified.claims()
                .tableau()
                .orElseThrow(
                        () -> new OAuthException(ErrorCode.INVALID_TOKEN, "the access token holds no Tableau session"));
        if (!hosts.allows(session.server())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is for another Tableau server");
        }
        Optional<CurrentSession> asked = liveness.check(verified, session);
        Caller caller =
                verified.signed() ? believed(verified.claims(), session) : asked(verified.claims(), session, asked);
        if (!site.admits(caller.session().site().contentUrl())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is for another Tableau site");
        }
        return caller;
    }

    private Caller believed(AccessTokenClaims claims, TableauClaims session) {
        TableauUser user = new TableauUser(session.userId(), session.userName());
        TableauSite onSite = new TableauSite(session.siteId(), session.siteContentUrl());
        return caller(claims, session, user, onSite, claims.clientId(), claims.scopes());
    }

    // Anybody can have written the claims: they prove no client and no scope.
    private Caller asked(AccessTokenClaims claims, TableauClaims session, Optional<CurrentSession> answer) {
        CurrentSession known = answer.orElseThrow(() -> new OAuthException(
                ErrorCode.INVALID_TOKEN, "the access token is not signed, and nobody vouches for it"));
        return caller(claims, session, known.user(), known.site(), UNSIGNED_CLIENT, Scopes.none());
    }

    private Caller caller(
            AccessTokenClaims claims,
            TableauClaims session,
            TableauUser user,
            TableauSite onSite,
            String client,
            Scopes scopes) {
        String tokenId = claims.tokenId();
        EmbeddedSession embedded = new EmbeddedSession(
                session.server(), onSite, user, session.accessToken(), () -> liveness.suspect(tokenId));
        String name = site.isLocked() ? user.name() : user.id();
        return new Caller(user.id(), name, client, scopes, claims.usableUntil(), embedded);
    }
}
