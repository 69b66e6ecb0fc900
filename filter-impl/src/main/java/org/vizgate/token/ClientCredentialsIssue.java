package org.vizgate.token;

import java.util.List;

import org.vizgate.client.Client;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;

/** The client_credentials grant (RFC 6749 section 4.4): a client that an administrator knows acts for itself. */
final class ClientCredentialsIssue {
    private final SessionSupply supply;
    private final Resources resources;
    private final RequestedResources requested;
    private final ScopePolicy scopes;
    private final TokenReply reply;

    ClientCredentialsIssue(
            SessionSupply supply,
            Resources resources,
            RequestedResources requested,
            ScopePolicy scopes,
            TokenReply reply) {
        this.supply = supply;
        this.resources = resources;
        this.requested = requested;
        this.scopes = scopes;
        this.reply = reply;
    }

    /** @throws OAuthException unauthorized_client, if there is no Tableau session for a client without a user */
    Reply issue(TokenRequest request) {
        Client client = request.client();
        Parameters form = request.form();
        if (!supply.servesClients()) {
            throw refused(
                    supply.isInToken()
                            ? "client_credentials is not available here: access tokens hold a user's Tableau session"
                            : "client_credentials is not available here: Tableau sessions are made for users");
        }
        if (client.isPublic() || !client.isConfigured()) {
            throw refused("client_credentials is for clients that an administrator has given a secret");
        }
        List<String> wanted = form.all("resource").isEmpty()
                ? List.of(resources.primary().identifier().toString())
                : requested.of(form, List.copyOf(resources.identifiers()));
        return reply.ofClient(request, wanted, scopes.granted(form.one("scope")));
    }

    private static OAuthException refused(String description) {
        return new OAuthException(ErrorCode.UNAUTHORIZED_CLIENT, description);
    }
}
