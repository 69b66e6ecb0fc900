package org.vizgate.authorize;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.vizgate.access.Blocked;
import org.vizgate.audit.AuditLog;
import org.vizgate.client.Clients;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.crypto.SealedBox;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.UsedStates;
import org.vizgate.json.Json;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TableauAuthorization;
import org.vizgate.tableau.TableauHosts;
import org.vizgate.tableau.TableauRestClient;
import org.vizgate.web.Endpoint;

/** The endpoints that a browser passes through, made to fit each other. */
public record SignInEndpoints(Endpoint authorize, Endpoint consent, Endpoint callback) {

    /**
     * What an administrator decides.
     *
     * @param pendingLife how long a person may take at the consent page, and again at Tableau
     * @param codeLife of an authorization code; empty for what suits the redirect
     */
    public record Rules(
            ConsentPolicy consent, SiteLock site, Blocked blocked, Duration pendingLife, Optional<Duration> codeLife) {}

    /** What the endpoints work with. */
    public record Parts(
            Clients clients,
            Resources resources,
            ScopePolicy scopes,
            AuthorizationCodes codes,
            UsedStates usedStates,
            TableauHosts hosts,
            TableauAuthorization tableau,
            TableauRestClient rest,
            AuditLog audit) {}

    /** @param box seals what travels through the browser */
    public static SignInEndpoints of(
            Rules rules, Parts parts, EndpointUris uris, SealedBox box, Json json, RandomTokens random, Clock clock) {
        BrowserCookies cookies = new BrowserCookies(uris);
        SealedRequests sealed = new SealedRequests(box, json, clock);
        AuthorizationReply replies = new AuthorizationReply(uris.issuer());
        Consent consent = new Consent(
                rules.consent(),
                new RememberedConsents(cookies, box, json, clock),
                new ConsentPage(uris, parts.hosts().signIn(), rules.site()),
                sealed,
                cookies,
                rules.pendingLife(),
                random,
                clock);
        TableauSignIn signIn = new TableauSignIn(
                parts.tableau(), sealed, cookies, uris, rules.site(), rules.pendingLife(), random, clock);
        AuthorizationRequestReader reader =
                new AuthorizationRequestReader(parts.clients(), parts.resources(), parts.scopes());
        PendingSignIns pending = new PendingSignIns(cookies, sealed, parts.usedStates());
        TableauArrival arrival = new TableauArrival(parts.tableau(), parts.rest(), uris.callback());
        return new SignInEndpoints(
                new AuthorizeEndpoint(reader, replies, consent, signIn),
                new ConsentEndpoint(sealed, cookies, signIn, replies, uris, parts.audit()),
                new CallbackEndpoint(
                        pending,
                        arrival,
                        rules.site(),
                        rules.blocked(),
                        consent,
                        parts.codes(),
                        replies,
                        rules.codeLife(),
                        parts.audit()));
    }
}
