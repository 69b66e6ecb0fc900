package org.vizgate.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.grant.TableauGrant;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.tableau.TableauAuthorization;
import org.vizgate.tableau.TableauRestClient;
import org.vizgate.tableau.UpstreamGrant;

/** Renews the Tableau tokens of a grant, or goes on with them as long as they live. */
final class TableauRenewal {
    private static final Logger LOG = System.getLogger(TableauRenewal.class.getName());
    // Less than this is no use to a client: it would be back before it has done anything.
    private static final Duration WORTH_GOING_ON = Duration.ofSeconds(10);

    private final TableauAuthorization tableau;
    private final TableauRestClient rest;
    private final Clock clock;

    TableauRenewal(TableauAuthorization tableau, TableauRestClient rest, Clock clock) {
        this.tableau = tableau;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * The grant with new tokens, or as it was if Tableau gives none but the session still lives.
     *
     * @throws OAuthException invalid_grant, if Tableau refused and the session is over; temporarily_unavailable, if Tableau
     *     does not answer and the session is over
     */
    TableauGrant renew(TableauGrant grant) {
        try {
            UpstreamGrant renewed = tableau.refresh(
                    grant.refreshToken(), grant.clientId(), grant.site().contentUrl());
            return grant.renewed(renewed.accessToken(), renewed.expiresAt(), renewed.refreshToken());
        } catch (TableauException e) {
            if (isWorthGoingOn(grant) && !isKnownToBeOver(grant, e)) {
                LOG.log(Level.INFO, "Tableau did not renew a session that still lives: {0}", e.getMessage());
                return grant;
            }
            throw refusal(e);
        }
    }

    private boolean isWorthGoingOn(TableauGrant grant) {
        return clock.instant().plus(WORTH_GOING_ON).isBefore(grant.expiresAt());
    }

    // A refusal may mean that the user was removed: then the session is over as well, whatever its clock says.
    private boolean isKnownToBeOver(TableauGrant grant, TableauException failure) {
        if (failure.kind() != Kind.CREDENTIALS_REJECTED) {
            return false;
        }
        try {
            rest.currentSession(grant.server(), grant.accessToken());
            return false;
        } catch (TableauException e) {
            return e.kind() == Kind.SESSION_LOST;
        }
    }

    private static OAuthException refusal(TableauException failure) {
        if (failure.kind() == Kind.CREDENTIALS_REJECTED) {
            return new OAuthException(
                    ErrorCode.INVALID_GRANT,
                    "the refresh token is not valid (any more) for this request",
                    "Tableau refused to renew a session that is over: " + failure.getMessage());
        }
        return new OAuthException(
                ErrorCode.TEMPORARILY_UNAVAILABLE,
                "Tableau cannot be reached now, try again later",
                "Tableau could not renew a session that is over: " + failure.getMessage());
    }
}
