package org.vizgate.servlet;

import java.util.Optional;

import org.vizgate.client.ClientMetadataDocuments;
import org.vizgate.client.ClientMetadataPolicy;
import org.vizgate.client.Clients;
import org.vizgate.client.RedirectUris;
import org.vizgate.client.SealedClients;
import org.vizgate.config.Settings;
import org.vizgate.metrics.CountedCalls;
import org.vizgate.outbound.HttpSender;

/**
 * The clients, and the ways in which they become known.
 *
 * @param documentSender reads the documents of clients that describe themselves; absent if none are read. Its own, because
 *     what may be sent to Tableau is not what may be sent to whoever a stranger names
 */
record KnownClients(
        Clients all, SealedClients registered, RedirectUris redirects, Optional<HttpSender> documentSender) {

    static KnownClients of(
            Settings.Protecting settings,
            Materials materials,
            Optional<HttpSender> documentSender,
            SealingKeys sealing,
            Instruments instruments) {
        Settings.Clients wanted = settings.clients();
        SealedClients registered = new SealedClients(
                sealing.box("client registrations"),
                sealing.mac("client secrets"),
                instruments.json(),
                settings.lifetimes().registration(),
                instruments.clock());
        Optional<ClientMetadataDocuments> documents = documentSender.map(its -> new ClientMetadataDocuments(
                new ClientMetadataPolicy(wanted.metadataHosts().orElseThrow()),
                its,
                materials.redirects(),
                instruments.json(),
                instruments.clock()));
        Clients all = new Clients(wanted.secretPairs(), materials.clients(), registered, documents, wanted.blocked());
        return new KnownClients(all, registered, materials.redirects(), documentSender);
    }

    /** Reads the documents of clients that describe themselves; absent if none are read. */
    static Optional<HttpSender> documentSender(Settings.Protecting settings, Instruments instruments) {
        return settings.clients().metadataHosts().map(hosts -> documentSender(settings.tableau(), instruments));
    }

    // What an administrator says of Tableau's certificates is said of Tableau alone. Behind a proxy the settings have a
    // list
    // of hosts, which takes the place of looking at their addresses.
    private static HttpSender documentSender(Settings.Tableau tableau, Instruments instruments) {
        HttpSender.Options options = new HttpSender.Options(
                ClientMetadataDocuments.DEADLINE,
                ClientMetadataDocuments.MAX_BYTES,
                Optional.empty(),
                false,
                tableau.proxy());
        CountedCalls counted = new CountedCalls(instruments.metrics());
        return options.proxy().isPresent()
                ? new HttpSender(options, counted)
                : HttpSender.toPublicHosts(options, counted);
    }
}
