package org.vizgate.token;

import java.time.Clock;

import org.vizgate.access.Blocked;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.audit.AuditLog;
import org.vizgate.client.ClientAuthentication;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.GrantEnding;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.json.Json;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.tableau.TableauAuthorization;
import org.vizgate.tableau.TableauRestClient;
import org.vizgate.web.Endpoint;

/** The endpoints that clients call directly, made to fit each other. */
public record TokenEndpoints(Endpoint token, Endpoint revoke) {

    /** What the endpoints work with. */
    public record Parts(
            ClientAuthentication authentication,
            AuthorizationCodes codes,
            RefreshGrants grants,
            GrantEnding ending,
            AccessTokens accessTokens,
            Resources resources,
            ScopePolicy scopes,
            TableauAuthorization tableau,
            TableauRestClient rest,
            AuditLog audit,
            Blocked blocked) {}

    public static TokenEndpoints of(
            TokenLifetimes lifetimes, SessionSupply supply, Parts parts, Json json, RandomTokens random, Clock clock) {
        FormBody body = new FormBody(json);
        RequestedResources resources = new RequestedResources(parts.resources());
        TokenReply reply = new TokenReply(
                parts.accessTokens(), supply, lifetimes.accessToken(), json, random, clock, parts.audit());
        CodeRedemption redemption = new CodeRedemption(
                parts.codes(), parts.grants(), parts.ending(), resources, reply, lifetimes, random, clock);
        RefreshRotation rotation = new RefreshRotation(
                parts.grants(),
                parts.ending(),
                new TableauRenewal(parts.tableau(), parts.rest(), clock),
                resources,
                parts.scopes(),
                reply,
                lifetimes,
                parts.blocked());
        ClientCredentialsIssue clientCredentials =
                new ClientCredentialsIssue(supply, parts.resources(), resources, parts.scopes(), reply);
        return new TokenEndpoints(
                new TokenEndpoint(body, parts.authentication(), redemption, rotation, clientCredentials),
                new RevokeEndpoint(
                        body,
                        parts.authentication(),
                        parts.grants(),
                        parts.ending(),
                        parts.accessTokens(),
                        parts.rest()));
    }
}
