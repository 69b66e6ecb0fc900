package org.vizgate.servlet;

import java.util.EnumMap;
import java.util.Optional;

import org.vizgate.access.Blocked;
import org.vizgate.client.Clients;
import org.vizgate.config.Settings;
import org.vizgate.lazy.Lazy;
import org.vizgate.outbound.HttpSender;
import org.vizgate.resource.EmbeddedSessions;
import org.vizgate.resource.Gate;
import org.vizgate.resource.OriginRules;
import org.vizgate.resource.Passthrough;
import org.vizgate.resource.Refusals;
import org.vizgate.resource.RpcCalls;
import org.vizgate.resource.SessionLiveness;
import org.vizgate.resource.SessionSource;
import org.vizgate.resource.SharedSessions;
import org.vizgate.scope.Scopes;
import org.vizgate.status.GateStatus;
import org.vizgate.tableau.ConfiguredSessions;

/**
 * Makes the ways in, for the first who comes: (1) what is kept in the store, and the clients, (2) the edge, whose endpoints are
 * made for the first who comes to one, (3) the door. No setting can make any of it fail, for it could not be said any more, and
 * nothing of it has to be closed. With libraries that do not fit every request fails.
 *
 * @param documentSender reads the documents of clients that describe themselves; absent if none are read
 * @param sessions of the gate's own credential; absent if it has none
 */
record EntranceAssembly(
        Settings.Protecting settings,
        Materials materials,
        Optional<HttpSender> documentSender,
        Protected guarded,
        TableauSide tableau,
        Optional<ConfiguredSessions> sessions,
        GateStatus status,
        Instruments instruments) {

    /** Where every request goes through. */
    static Entrances open(Instruments instruments) {
        EndpointEdge none = new EndpointEdge(
                new Lazy<>(() -> new EnumMap<>(EndpointKind.class)),
                new ErrorReplies(instruments.json(), instruments.audit()),
                RequestLimits.none(),
                HostWatch.off(),
                instruments.random());
        return new Entrances(none, Optional.empty());
    }

    Entrances entrances() {
        SealingKeys sealing = new SealingKeys(
                settings.keys(), materials.keys(), settings.gate().issuer().toString(), instruments.random());
        GrantKeeping grants = GrantKeeping.in(
                materials.store(), settings.lifetimes(), sealing.mac("refresh token proof"), instruments);
        KnownClients clients = KnownClients.of(settings, materials, documentSender, sealing, instruments);
        EndpointAssembly endpoints = new EndpointAssembly(
                settings, clients, sealing, guarded, tableau, grants, materials.credential(), status, instruments);
        RequestLimits limits = RequestLimits.of(settings.protection(), instruments.clock());
        HostWatch hosts = HostWatch.of(settings);
        EndpointEdge edge = new EndpointEdge(
                new Lazy<>(endpoints::endpoints),
                new ErrorReplies(instruments.json(), instruments.audit()),
                limits,
                hosts,
                instruments.random());
        return new Entrances(edge, Optional.of(door(grants, limits, hosts)));
    }

    private Doorway door(GrantKeeping grants, RequestLimits limits, HostWatch hosts) {
        Settings.Protection protection = settings.protection();
        Gate gate = new Gate(
                guarded.accessTokens(),
                grants.revocations(),
                sessionSource(),
                protection.scopeRules(),
                !protection.scopesDisabled(),
                blocked(settings.clients()),
                passthrough(),
                instruments.clock());
        OriginRules origins = new OriginRules(
                guarded.uris().origin(), protection.allowedOrigins(), protection.cors(), protection.allowedHosts());
        DoorAnswers answers = new DoorAnswers(
                origins, new Refusals(guarded.uris().issuer(), instruments.json()), hosts, limits, instruments.audit());
        Doorkeeper keeper =
                new Doorkeeper(gate, origins, protection.publicPaths(), guarded.resources(), limits, answers);
        return new Doorway(keeper, gate, origins, new RpcCalls(instruments.json()), knownScopes(), answers);
    }

    private SessionSource sessionSource() {
        return sessions.<SessionSource>map(own -> new SharedSessions(own, tableau.site()))
                .orElseGet(this::embedded);
    }

    private SessionSource embedded() {
        Settings.Lifetimes lifetimes = settings.lifetimes();
        SessionLiveness liveness = new SessionLiveness(
                tableau.rest(),
                lifetimes.sessionCheckInterval(),
                lifetimes.refuseWhenSessionCheckFails(),
                instruments.clock());
        return new EmbeddedSessions(liveness, tableau.hosts(), tableau.site());
    }

    private Optional<Passthrough> passthrough() {
        return settings.protection()
                .passthrough()
                .map(wanted -> new Passthrough(
                        tableau.hosts().signIn(),
                        new SessionLiveness(
                                tableau.rest(),
                                Optional.of(wanted.checkInterval()),
                                settings.lifetimes().refuseWhenSessionCheckFails(),
                                instruments.clock()),
                        tableau.site(),
                        wanted.scopes()));
    }

    static Blocked blocked(Settings.Clients clients) {
        return new Blocked(Clients.references(clients.blocked()), clients.blockedUsers());
    }

    private Scopes knownScopes() {
        Settings.Protection protection = settings.protection();
        Scopes inRules =
                guarded.scopes().supported().and(protection.scopeRules().all());
        return protection
                .passthrough()
                .map(wanted -> inRules.and(wanted.scopes()))
                .orElse(inRules);
    }
}
