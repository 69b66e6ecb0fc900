package org.vizgate.servlet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.vizgate.access.Blocked;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.client.Clients;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Settings;
import org.vizgate.grant.Revocations;
import org.vizgate.lazy.Lazy;
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
import org.vizgate.tableau.ServerAge;

/**
 * Makes the objects that settings ask for and puts them together: (1) what can turn out to be unusable, (2) what is kept in
 * the store, (3) the endpoints, which are made for the first who comes to one, (4) the door. Nothing here connects to anything
 * but the store.
 */
final class Assembly {
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);
    private static final Duration DELAY_OF_CHECK = Duration.ofSeconds(10);

    private Assembly() {}

    /** @throws ConfigurationException for what only shows when the objects are made: keys, certificates, clients */
    static Components of(Settings settings, ClassLoader application) {
        Instruments instruments = Instruments.real();
        return settings instanceof Settings.Protecting protecting
                ? closed(protecting, application, instruments)
                : open(instruments);
    }

    private static Components open(Instruments instruments) {
        EndpointEdge none = new EndpointEdge(
                new Lazy<>(() -> new EnumMap<>(EndpointKind.class)),
                new ErrorReplies(instruments.json(), instruments.audit()),
                RequestLimits.none(),
                HostWatch.off(),
                instruments.random());
        return new Components(
                none, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(instruments.json()));
    }

    private static Components closed(Settings.Protecting settings, ClassLoader application, Instruments instruments) {
        Materials materials = Materials.of(settings, application, instruments);
        try {
            return closed(settings, materials, instruments);
        } catch (RuntimeException e) {
            materials.close();
            throw e;
        }
    }

    private static Components closed(Settings.Protecting settings, Materials materials, Instruments instruments) {
        SealingKeys sealing = new SealingKeys(
                settings.keys(), materials.keys(), settings.gate().issuer().toString(), instruments.random());
        Protected guarded = Protected.of(settings, materials.keys(), instruments);
        TableauSide tableau = TableauSide.of(settings.tableau(), materials.sender(), instruments);
        GrantKeeping grants = GrantKeeping.in(
                materials.store(), settings.lifetimes(), sealing.mac("refresh token proof"), instruments);
        KnownClients clients = KnownClients.of(settings, materials, sealing, instruments);
        GateStatus status = status(settings, materials, guarded, instruments);
        EndpointAssembly assembly = new EndpointAssembly(
                settings, clients, sealing, guarded, tableau, grants, materials.credential(), status, instruments);
        RequestLimits limits = RequestLimits.of(settings.protection(), instruments.clock());
        HostWatch hosts = HostWatch.of(settings);
        EndpointEdge edge = new EndpointEdge(
                new Lazy<>(assembly::endpoints),
                new ErrorReplies(instruments.json(), instruments.audit()),
                limits,
                hosts,
                instruments.random());
        Optional<ConfiguredSessions> sessions = materials
                .credential()
                .map(own -> own.sessions(settings.tableau(), materials.sender(), tableau, instruments));
        Doorway door = door(settings, guarded, grants.revocations(), tableau, sessions, limits, hosts, instruments);
        RunningRequests running = new RunningRequests(PATIENCE_AT_CLOSE);
        List<AutoCloseable> resources = new ArrayList<>();
        sessions.ifPresent(own -> resources.addAll(List.of(running, own)));
        resources.addAll(List.of(materials.sender(), materials.store(), instruments.json()));
        clients.documentSender().ifPresent(resources::add);
        // Behind the sender, whose end ends it.
        if (!tableau.hosts().isCloud()) {
            resources.add(StartCheck.in(
                    DELAY_OF_CHECK, () -> ServerAge.check(tableau.hosts().signIn(), tableau.rest())));
        }
        return new Components(
                edge,
                Optional.of(door),
                sessions.map(own -> running),
                Optional.of(status),
                materials.keys().keyIds(),
                resources);
    }

    private static GateStatus status(
            Settings.Protecting settings, Materials materials, Protected guarded, Instruments instruments) {
        String version = Assembly.class.getPackage().getImplementationVersion();
        GateStatus.Facts facts = new GateStatus.Facts(
                version == null ? "" : version,
                settings.gate().issuer(),
                instruments.clock().instant(),
                settings.store().name(),
                materials.keys().keyIds());
        return new GateStatus(facts, instruments.metrics(), gauges(guarded.accessTokens()), instruments.clock());
    }

    private static Map<String, LongSupplier> gauges(AccessTokens tokens) {
        return Map.of(
                "remembered_tokens", tokens::remembered,
                "remembered_token_hits_total", tokens::hits,
                "remembered_token_misses_total", tokens::misses);
    }

    private static Optional<Passthrough> passthrough(
            Settings.Protecting settings, TableauSide tableau, Instruments instruments) {
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

    private static SessionSource embedded(Settings.Lifetimes lifetimes, TableauSide tableau, Instruments instruments) {
        SessionLiveness liveness = new SessionLiveness(
                tableau.rest(),
                lifetimes.sessionCheckInterval(),
                lifetimes.refuseWhenSessionCheckFails(),
                instruments.clock());
        return new EmbeddedSessions(liveness, tableau.hosts(), tableau.site());
    }

    private static Doorway door(
            Settings.Protecting settings,
            Protected guarded,
            Revocations revocations,
            TableauSide tableau,
            Optional<ConfiguredSessions> sessions,
            RequestLimits limits,
            HostWatch hosts,
            Instruments instruments) {
        Settings.Protection protection = settings.protection();
        SessionSource source = sessions.<SessionSource>map(own -> new SharedSessions(own, tableau.site()))
                .orElseGet(() -> embedded(settings.lifetimes(), tableau, instruments));
        Gate gate = new Gate(
                guarded.accessTokens(),
                revocations,
                source,
                protection.scopeRules(),
                !protection.scopesDisabled(),
                blocked(settings.clients()),
                passthrough(settings, tableau, instruments),
                instruments.clock());
        OriginRules origins = new OriginRules(
                guarded.uris().origin(), protection.allowedOrigins(), protection.cors(), protection.allowedHosts());
        DoorAnswers answers = new DoorAnswers(
                origins, new Refusals(guarded.uris().issuer(), instruments.json()), hosts, limits, instruments.audit());
        Doorkeeper keeper =
                new Doorkeeper(gate, origins, protection.publicPaths(), guarded.resources(), limits, answers);
        return new Doorway(
                keeper, gate, origins, new RpcCalls(instruments.json()), knownScopes(guarded, protection), answers);
    }

    static Blocked blocked(Settings.Clients clients) {
        return new Blocked(Clients.references(clients.blocked()), clients.blockedUsers());
    }

    private static Scopes knownScopes(Protected guarded, Settings.Protection protection) {
        Scopes inRules =
                guarded.scopes().supported().and(protection.scopeRules().all());
        return protection
                .passthrough()
                .map(wanted -> inRules.and(wanted.scopes()))
                .orElse(inRules);
    }
}
