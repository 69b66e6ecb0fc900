package org.vizgate.grant;

import java.util.List;

import org.vizgate.scope.Scopes;

/**
 * What a user allowed a client.
 *
 * @param client the client's reference
 * @param clientAuthentication the client's {@code token_endpoint_auth_method} at that time
 * @param resources identifiers of the resources, at least one (RFC 8707)
 */
public record Approval(
        String client, String clientAuthentication, List<String> resources, Scopes scopes, TableauGrant tableau) {
    public Approval {
        resources = List.copyOf(resources);
    }

    /** The same approval after Tableau renewed its tokens. */
    public Approval with(TableauGrant renewed) {
        return new Approval(client, clientAuthentication, resources, scopes, renewed);
    }
}
