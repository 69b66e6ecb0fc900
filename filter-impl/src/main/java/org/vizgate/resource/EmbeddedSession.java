package org.vizgate.resource;

import java.net.URI;

import org.vizgate.session.Secret;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauSession;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;
import org.vizgate.tableau.TableauRestClient;

/** The Tableau session that came inside the access token. */
record EmbeddedSession(URI server, TableauSite site, TableauUser user, Secret token, Runnable whenLost)
        implements TableauSession {
    @Override
    public SessionHeader header() {
        return new SessionHeader(TableauRestClient.SESSION_HEADER, token);
    }

    @Override
    public void reportLost() {
        whenLost.run();
    }

    @Override
    public String toString() {
        return "TableauSession[" + user.id() + " on " + server + "]";
    }
}
