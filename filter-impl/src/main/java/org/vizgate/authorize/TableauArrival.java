package org.vizgate.authorize;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;

import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.TableauException;
import org.vizgate.grant.TableauGrant;
import org.vizgate.tableau.TableauAuthorization;
import org.vizgate.tableau.TableauRestClient;
import org.vizgate.tableau.UpstreamGrant;

/** Turns the code that Tableau sent with the browser into a session whose user and site Tableau itself has named. */
final class TableauArrival {
    private static final Logger LOG = System.getLogger(TableauArrival.class.getName());

    private final TableauAuthorization tableau;
    private final TableauRestClient rest;
    private final URI callback;

    TableauArrival(TableauAuthorization tableau, TableauRestClient rest, URI callback) {
        this.tableau = tableau;
        this.rest = rest;
        this.callback = callback;
    }

    /** @throws TableauException if Tableau refuses or does not answer */
    TableauGrant grant(PendingSignIn pending, String code) {
        UpstreamGrant tokens = tableau.exchange(code, pending.codeVerifier(), callback, pending.tableauClientId());
        CurrentSession session = rest.currentSession(tokens.server(), tokens.accessToken());
        return new TableauGrant(
                pending.tableauClientId(),
                tokens.server(),
                tokens.accessToken(),
                tokens.expiresAt(),
                tokens.refreshToken(),
                session.site(),
                session.user());
    }

    /** Ends a session that will not be used. */
    void discard(TableauGrant grant) {
        try {
            rest.signOut(grant.server(), grant.accessToken());
        } catch (TableauException e) {
            LOG.log(Level.DEBUG, "a session that is not used could not be ended: {0}", e.getMessage());
        }
    }
}
