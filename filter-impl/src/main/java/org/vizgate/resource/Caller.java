package org.vizgate.resource;

import java.time.Instant;

import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSession;

/** The caller of a request. */
record Caller(String subject, String name, String clientId, Scopes scopes, Instant expiresAt, TableauSession session)
        implements TableauCaller {
    @Override
    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return "TableauCaller[" + name + ", client " + clientId + "]";
    }
}
