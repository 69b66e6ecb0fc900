package org.vizgate.servlet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Settings;
import org.vizgate.lazy.Lazy;
import org.vizgate.outbound.HttpSender;
import org.vizgate.status.GateStatus;
import org.vizgate.tableau.ConfiguredSessions;
import org.vizgate.tableau.ServerAge;
import org.vizgate.tableau.TableauHosts;

/**
 * Makes the objects that settings ask for: what can turn out to be unusable and what has to be closed now, the ways in
 * ({@link EntranceAssembly}) for the first who comes. Nothing here connects to anything but the store.
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
        return new Components(
                new Lazy<>(() -> EntranceAssembly.open(instruments)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(instruments.json()));
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
        TableauHosts hosts = new TableauHosts(settings.tableau().server());
        Lazy<TableauSide> tableau =
                new Lazy<>(() -> TableauSide.of(settings.tableau(), hosts, materials.sender(), instruments));
        Lazy<Protected> guarded = new Lazy<>(() -> Protected.of(settings, materials.keys(), instruments));
        Optional<HttpSender> documentSender = KnownClients.documentSender(settings, instruments);
        Optional<ConfiguredSessions> sessions = materials
                .credential()
                .map(own -> own.sessions(settings.tableau(), materials.sender(), tableau.get(), instruments));
        GateStatus status = status(settings, materials, guarded, instruments);
        Lazy<Entrances> entrances = new Lazy<>(() -> new EntranceAssembly(
                        settings,
                        materials,
                        documentSender,
                        guarded.get(),
                        tableau.get(),
                        sessions,
                        status,
                        instruments)
                .entrances());
        RunningRequests running = new RunningRequests(PATIENCE_AT_CLOSE);
        List<AutoCloseable> resources = new ArrayList<>();
        sessions.ifPresent(own -> resources.addAll(List.of(running, own)));
        resources.addAll(List.of(materials.sender(), materials.store(), instruments.json()));
        documentSender.ifPresent(resources::add);
        // Behind the sender, whose end ends it.
        if (!hosts.isCloud()) {
            resources.add(StartCheck.in(
                    DELAY_OF_CHECK,
                    () -> ServerAge.check(hosts.signIn(), tableau.get().rest())));
        }
        return new Components(
                entrances,
                sessions.map(own -> running),
                Optional.of(status),
                materials.keys().keyIds(),
                resources);
    }

    private static GateStatus status(
            Settings.Protecting settings, Materials materials, Lazy<Protected> guarded, Instruments instruments) {
        String version = Assembly.class.getPackage().getImplementationVersion();
        GateStatus.Facts facts = new GateStatus.Facts(
                version == null ? "" : version,
                settings.gate().issuer(),
                instruments.clock().instant(),
                settings.store().name(),
                materials.keys().keyIds());
        return new GateStatus(facts, instruments.metrics(), gauges(guarded), instruments.clock());
    }

    private static Map<String, LongSupplier> gauges(Lazy<Protected> guarded) {
        return Map.of(
                "remembered_tokens", () -> ofTokens(guarded, AccessTokens::remembered),
                "remembered_token_hits_total", () -> ofTokens(guarded, AccessTokens::hits),
                "remembered_token_misses_total", () -> ofTokens(guarded, AccessTokens::misses));
    }

    private static long ofTokens(Lazy<Protected> guarded, ToLongFunction<AccessTokens> count) {
        return guarded.made().map(its -> count.applyAsLong(its.accessTokens())).orElse(0L);
    }
}
