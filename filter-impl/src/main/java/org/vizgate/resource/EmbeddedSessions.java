package org.vizgate.resource;

import java.util.Optional;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.credential.CurrentSession;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TableauHosts;

/** The Tableau sessions that are inside access tokens: of whoever signed in. Safe for use by several threads. */
public final class EmbeddedSessions implements SessionSource {
    /** What {@link TableauCaller#clientId} says of a caller whose access token is not signed. */
    private static final String UNSIGNED_CLIENT = "unsigned";

    private final SessionLiveness liveness;
    private final TableauHosts hosts;
    private final SiteLock site;

    public EmbeddedSessions(SessionLiveness liveness, TableauHosts hosts, SiteLock site) {
        this.liveness = liveness;
        this.hosts = hosts;
        this.site = site;
    }

    @Override
    public Standing standing(VerifiedAccessToken verified) {
        TableauClaims session = verified.claims()
                .tableau()
                .orElseThrow(
                        () -> new OAuthException(ErrorCode.INVALID_TOKEN, "the access token holds no Tableau session"));
        if (!hosts.allows(session.server())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is for another Tableau server");
        }
        SessionLiveness.Sighting seen = liveness.check(verified, session);
        Caller caller = verified.signed()
                ? believed(verified.claims(), session)
                : asked(verified.claims(), session, seen.session());
        if (!site.admits(caller.session().site().contentUrl())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is for another Tableau site");
        }
        return new Standing(caller, seen.until());
    }

    @Override
    public long changes() {
        return liveness.changes();
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
