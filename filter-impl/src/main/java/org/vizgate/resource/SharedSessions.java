package org.vizgate.resource;

import java.time.Instant;
import java.util.Optional;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.UserClaims;
import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.credential.TableauException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.tableau.ConfiguredSessions;
import org.vizgate.tableau.SharedSession;
import org.vizgate.tableau.SiteLock;

/**
 * The Tableau sessions of a configured credential: the access token says who is calling, and the gate has the session. Safe
 * for use by several threads.
 */
public final class SharedSessions implements SessionSource {
    private final ConfiguredSessions sessions;
    private final SiteLock site;

    public SharedSessions(ConfiguredSessions sessions, SiteLock site) {
        this.sessions = sessions;
        this.site = site;
    }

    @Override
    public Standing standing(VerifiedAccessToken token) {
        AccessTokenClaims claims = token.claims();
        if (!token.signed()) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is not signed");
        }
        Optional<UserClaims> user = claims.signedInUser();
        user.ifPresent(this::requireSite);
        String userName = user.map(UserClaims::userName).orElse("");
        // A client that acts for itself is nobody in Tableau, and its id must never be taken for a user's name.
        if (sessions.isPerCaller() && userName.isEmpty()) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token names no Tableau user to act for");
        }
        String name = site.isLocked() && !userName.isEmpty() ? userName : claims.subject();
        Caller caller = new Caller(
                claims.subject(), name, claims.clientId(), claims.scopes(), claims.expiresAt(), session(userName));
        // A session may be replaced at any time, and is told of each use.
        return new Standing(caller, Instant.MIN);
    }

    @Override
    public long changes() {
        return 0;
    }

    private void requireSite(UserClaims user) {
        if (!site.admits(user.siteContentUrl())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the access token is for another Tableau site");
        }
    }

    // Whatever is wrong with the gate's own credential is not the caller's fault, and no reason to sign in again.
    private SharedSession session(String userName) {
        try {
            return sessions.session(userName);
        } catch (TableauException e) {
            throw new OAuthException(
                    ErrorCode.TEMPORARILY_UNAVAILABLE,
                    "there is no Tableau session now, try again later",
                    String.valueOf(e.getMessage()));
        }
    }
}
