package org.vizgate.library;

import java.util.Optional;

import org.vizgate.credential.ApiVersion;
import org.vizgate.tableau.Pauses;
import org.vizgate.tableau.TableauRestClient;
import org.vizgate.tableau.TableauSignIns;

/** The REST API over one session's parts. */
record RestSide(TableauRestClient client, TableauSignIns signIns) {
    static RestSide of(Parts parts, Optional<ApiVersion> apiVersion) {
        TableauRestClient client = new TableauRestClient(parts.sender(), parts.json(), apiVersion, parts.clock());
        return new RestSide(
                client,
                new TableauSignIns(
                        parts.sender(),
                        parts.json(),
                        parts.jwts(),
                        client.versions(),
                        Pauses.real(parts.random()),
                        parts.clock()));
    }
}
