package org.vizgate.servlet;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.vizgate.authorize.ConsentPolicy;
import org.vizgate.authorize.SignInEndpoints;
import org.vizgate.client.ClientAuthentication;
import org.vizgate.client.RegistrationEndpoint;
import org.vizgate.config.Settings;
import org.vizgate.grant.GrantEnding;
import org.vizgate.metadata.AuthorizationServerMetadataEndpoint;
import org.vizgate.metadata.KeySetEndpoint;
import org.vizgate.metadata.ProtectedResourceMetadataEndpoint;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.status.GateStatus;
import org.vizgate.status.StatusEndpoint;
import org.vizgate.status.StatusReaders;
import org.vizgate.token.SessionSupply;
import org.vizgate.token.TokenEndpoints;
import org.vizgate.token.TokenLifetimes;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;

/** Makes the endpoints of the authorization server out of its parts. */
record EndpointAssembly(
        Settings.Protecting settings,
        KnownClients clients,
        SealingKeys sealing,
        Protected guarded,
        TableauSide tableau,
        GrantKeeping grants,
        Optional<OwnCredential> credential,
        GateStatus status,
        Instruments instruments) {
    private static final Duration LEASE_SPARE = Duration.ofSeconds(5);

    Map<EndpointKind, Endpoint> endpoints() {
        Map<EndpointKind, Endpoint> endpoints = new EnumMap<>(EndpointKind.class);
        putForPeople(endpoints);
        putForClients(endpoints);
        putDocuments(endpoints);
        if (EndpointKind.STATUS.isWanted(settings)) {
            endpoints.put(EndpointKind.STATUS, new StatusEndpoint(status, readers(), instruments.json()));
        }
        if (settings.clients().dynamicRegistration()) {
            endpoints.put(
                    EndpointKind.REGISTER,
                    new RegistrationEndpoint(
                            clients.registered(),
                            clients.redirects(),
                            instruments.json(),
                            instruments.clock(),
                            instruments.audit()));
        }
        return endpoints;
    }

    private StatusReaders readers() {
        Map<String, Secret> pairs = new HashMap<>(settings.clients().secretPairs());
        pairs.keySet().removeAll(settings.clients().blocked());
        return new StatusReaders(pairs);
    }

    private void putForPeople(Map<EndpointKind, Endpoint> endpoints) {
        SignInEndpoints signIn = SignInEndpoints.of(
                new SignInEndpoints.Rules(
                        ConsentPolicy.valueOf(settings.clients().consent().name()),
                        tableau.site(),
                        EntranceAssembly.blocked(settings.clients()),
                        settings.lifetimes().pendingAuthorization(),
                        settings.lifetimes().authorizationCode()),
                new SignInEndpoints.Parts(
                        clients.all(),
                        guarded.resources(),
                        guarded.scopes(),
                        grants.codes(),
                        grants.usedStates(),
                        tableau.hosts(),
                        tableau.authorization(),
                        tableau.rest(),
                        instruments.audit()),
                guarded.uris(),
                sealing.box("browser"),
                instruments.json(),
                instruments.random(),
                instruments.clock());
        endpoints.put(EndpointKind.AUTHORIZE, signIn.authorize());
        endpoints.put(EndpointKind.CONSENT, signIn.consent());
        endpoints.put(EndpointKind.CALLBACK, signIn.callback());
    }

    private void putForClients(Map<EndpointKind, Endpoint> endpoints) {
        TokenEndpoints token = TokenEndpoints.of(
                lifetimes(),
                supply(),
                new TokenEndpoints.Parts(
                        new ClientAuthentication(clients.all()),
                        grants.codes(),
                        grants.refreshGrants(),
                        new GrantEnding(grants.refreshGrants(), grants.revocations(), instruments.audit()),
                        guarded.accessTokens(),
                        guarded.resources(),
                        guarded.scopes(),
                        tableau.authorization(),
                        tableau.rest(),
                        instruments.audit(),
                        EntranceAssembly.blocked(settings.clients())),
                instruments.json(),
                instruments.random(),
                instruments.clock());
        endpoints.put(EndpointKind.TOKEN, token.token());
        endpoints.put(EndpointKind.REVOKE, token.revoke());
    }

    private SessionSupply supply() {
        return credential
                .map(own -> own.isPerCaller() ? SessionSupply.ONE_PER_USER : SessionSupply.ONE_FOR_ALL)
                .orElse(SessionSupply.IN_TOKEN);
    }

    private TokenLifetimes lifetimes() {
        Settings.Lifetimes lifetimes = settings.lifetimes();
        return new TokenLifetimes(
                lifetimes.accessToken(),
                lifetimes.refreshToken(),
                lifetimes.refreshTokenMaxAge(),
                lifetimes.refreshGrace(),
                settings.tableau().requestTimeout().plus(LEASE_SPARE));
    }

    private void putDocuments(Map<EndpointKind, Endpoint> endpoints) {
        Scopes shown =
                guarded.scopes().isOff() ? Scopes.none() : guarded.scopes().supported();
        // Nobody is asked, Tableau neither: its trouble is no reason to take a node out of service.
        endpoints.put(
                EndpointKind.HEALTH,
                call -> Reply.json(200, "{\"status\":\"up\"}").uncached());
        endpoints.put(EndpointKind.KEY_SET, KeySetEndpoint.empty());
        credential
                .flatMap(OwnCredential::publishedKey)
                .ifPresent(key -> endpoints.put(EndpointKind.UNIFIED_ACCESS_KEY, KeySetEndpoint.of(key.jwks())));
        endpoints.put(
                EndpointKind.RESOURCE_METADATA,
                new ProtectedResourceMetadataEndpoint(
                        guarded.uris().issuer(), guarded.resources(), shown, instruments.json()));
        endpoints.put(
                EndpointKind.SERVER_METADATA,
                new AuthorizationServerMetadataEndpoint(
                        guarded.uris(),
                        guarded.resources(),
                        settings.clients().dynamicRegistration(),
                        clients.documentSender().isPresent(),
                        supply().servesClients(),
                        shown,
                        instruments.json()));
    }
}
