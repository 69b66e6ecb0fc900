package org.vizgate.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.client.Client;
import org.vizgate.client.ClientAuthentication;
import org.vizgate.credential.TableauException;
import org.vizgate.grant.Approval;
import org.vizgate.grant.EndReason;
import org.vizgate.grant.GrantEnding;
import org.vizgate.grant.RefreshGrant;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.grant.RefreshGrants.Current;
import org.vizgate.grant.RefreshGrants.Found;
import org.vizgate.grant.RefreshGrants.Reused;
import org.vizgate.grant.RefreshGrants.Superseded;
import org.vizgate.grant.TableauGrant;
import org.vizgate.limit.ClientAddresses;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.Secret;
import org.vizgate.tableau.TableauRestClient;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;

/**
 * Token revocation (RFC 7009). Either kind of token ends the whole grant: its refresh token, its access tokens, and the
 * Tableau session where the token shows which one it is. A token that is not known is answered like one that was.
 */
public final class RevokeEndpoint implements Endpoint {
    private static final Logger LOG = System.getLogger(RevokeEndpoint.class.getName());

    private final FormBody body;
    private final ClientAuthentication authentication;
    private final RefreshGrants grants;
    private final GrantEnding ending;
    private final AccessTokens accessTokens;
    private final TableauRestClient rest;

    RevokeEndpoint(
            FormBody body,
            ClientAuthentication authentication,
            RefreshGrants grants,
            GrantEnding ending,
            AccessTokens accessTokens,
            TableauRestClient rest) {
        this.body = body;
        this.authentication = authentication;
        this.grants = grants;
        this.ending = ending;
        this.accessTokens = accessTokens;
        this.rest = rest;
    }

    @Override
    public Reply handle(Call call) {
        Parameters form = body.read(call);
        Client client = authentication.authenticate(call, form);
        String token = form.required("token");
        Optional<Found> found = grants.find(token);
        if (found.isPresent()) {
            revoke(found.get(), client, call.correlationId());
        } else {
            accessToken(token, call).ifPresent(claims -> revoke(claims, client, call.correlationId()));
        }
        return Reply.of(200).uncached();
    }

    private void revoke(Found found, Client client, String reference) {
        if (found instanceof Superseded superseded) {
            grants.find(superseded.token()).ifPresent(successor -> revoke(successor, client, reference));
        } else if (found instanceof Reused reused) {
            ending.end(reused.grantId(), EndReason.REVOKED, reference);
        } else if (found instanceof Current current) {
            RefreshGrant grant = current.grant();
            Approval approval = grant.approval();
            if (!client.owns(approval.client(), approval.clientAuthentication())) {
                throw ofAnotherClient();
            }
            ending.end(grant.id(), EndReason.REVOKED, reference);
            TableauGrant tableau = approval.tableau();
            signOut(tableau.server(), tableau.accessToken());
        }
    }

    private void revoke(AccessTokenClaims claims, Client client, String reference) {
        requireOwner(claims.clientId(), client);
        ending.end(claims.grantId(), EndReason.REVOKED, reference);
        claims.tableau().ifPresent(session -> signOut(session.server(), session.accessToken()));
    }

    private Optional<AccessTokenClaims> accessToken(String token, Call call) {
        try {
            return Optional.of(accessTokens.verify(token, () -> ClientAddresses.party(call.remoteAddress())))
                    .filter(verified ->
                            verified.signed() && !verified.claims().grantId().isEmpty())
                    .map(verified -> verified.claims());
        } catch (OAuthException e) {
            if (e.code() != ErrorCode.INVALID_TOKEN) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static void requireOwner(String owner, Client client) {
        if (!owner.equals(client.reference())) {
            throw ofAnotherClient();
        }
    }

    private static OAuthException ofAnotherClient() {
        return new OAuthException(ErrorCode.INVALID_GRANT, "the token was issued to another client");
    }

    private void signOut(URI server, Secret session) {
        try {
            rest.signOut(server, session);
        } catch (TableauException e) {
            LOG.log(Level.INFO, "the Tableau session of a revoked grant could not be ended: {0}", e.getMessage());
        }
    }
}
