package org.vizgate.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.vizgate.client.ConfiguredClient;
import org.vizgate.client.RedirectUris;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Problem;
import org.vizgate.config.Settings;
import org.vizgate.jose.JcaProvider;
import org.vizgate.jose.KeyRing;
import org.vizgate.jose.PemKeys;
import org.vizgate.jose.UnusableKeyException;
import org.vizgate.json.Json;
import org.vizgate.metrics.CountedCalls;
import org.vizgate.metrics.CountedStore;
import org.vizgate.outbound.ExchangeObserver;
import org.vizgate.outbound.HttpSender;
import org.vizgate.spi.GrantStore;
import org.vizgate.tableau.ClockComparison;

/** What only shows whether it is usable when it is made: keys, configured clients, certificates, the store. */
record Materials(
        KeyRing keys,
        RedirectUris redirects,
        List<ConfiguredClient> clients,
        Optional<OwnCredential> credential,
        HttpSender sender,
        GrantStore store) {
    private static final int MAX_TABLEAU_ANSWER = 1024 * 1024;

    /** @throws ConfigurationException with everything that is unusable; then nothing is left open */
    static Materials of(Settings.Protecting settings, ClassLoader application, Instruments instruments) {
        Json json = instruments.json();
        List<Problem> problems = new ArrayList<>();
        RedirectUris redirects = new RedirectUris(settings.clients().redirectSchemes());
        Optional<KeyRing> keys = made(
                        () -> keys(settings),
                        "OAUTH_JWE_PRIVATE_KEY",
                        "Make one with: openssl genrsa -out private.pem",
                        problems)
                .flatMap(ring -> decrypting(ring, settings.keys().jcaProvider(), application, problems));
        Optional<List<ConfiguredClient>> clients = made(
                () -> clients(settings.clients(), redirects, json),
                "OAUTH_CLIENTS_FILE",
                "Write {\"clients\": [...]} with the members of RFC 7591",
                problems);
        Optional<HttpSender> sender = made(
                () -> sender(settings.tableau(), instruments),
                "TABLEAU_CA_CERTIFICATES",
                "Name a PEM file of certificates",
                problems);
        Optional<Optional<OwnCredential>> credential = made(
                () -> settings.credential().map(written -> OwnCredential.of(written, json)),
                "JWT_ADDITIONAL_PAYLOAD and UAT_PRIVATE_KEY",
                "Write a JSON object into the first, and a private key in PEM form into the second",
                problems);
        Optional<GrantStore> store =
                store(settings, application, problems).map(opened -> new CountedStore(opened, instruments.metrics()));
        if (credential.isEmpty() || keys.isEmpty() || clients.isEmpty() || sender.isEmpty() || store.isEmpty()) {
            sender.ifPresent(HttpSender::close);
            store.ifPresent(GrantStore::close);
            throw new ConfigurationException(problems, settings.warnings());
        }
        return new Materials(keys.get(), redirects, clients.get(), credential.get(), sender.get(), store.get());
    }

    /** Lets go of what was opened, when the rest cannot be made. */
    void close() {
        sender.close();
        store.close();
    }

    private static Optional<GrantStore> store(
            Settings.Protecting settings, ClassLoader application, List<Problem> problems) {
        try {
            return Optional.of(Stores.open(settings.store(), settings.lifetimes(), application));
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> made(Supplier<T> maker, String setting, String remedy, List<Problem> problems) {
        try {
            return Optional.of(maker.get());
        } catch (UnusableKeyException | IllegalArgumentException e) {
            problems.add(new Problem(setting, "as configured", String.valueOf(e.getMessage()), remedy));
            return Optional.empty();
        }
    }

    private static KeyRing keys(Settings.Protecting settings) {
        Settings.Keys keys = settings.keys();
        return new KeyRing(
                PemKeys.parse(keys.privateKeyPem().reveal(), keys.passphrase().orElse(null)),
                settings.gate().issuer().toString());
    }

    private static Optional<KeyRing> decrypting(
            KeyRing ring, Optional<String> provider, ClassLoader application, List<Problem> problems) {
        return provider.isEmpty()
                ? Optional.of(ring)
                : made(
                        () -> ring.decryptingWith(JcaProvider.named(provider.get(), application)),
                        "OAUTH_JCA_PROVIDER",
                        "Put the provider's jar into the class path of the server and write the name of its class, or the"
                                + " name of a provider that the JVM has; or remove the setting, and the JDK decrypts",
                        problems);
    }

    private static List<ConfiguredClient> clients(Settings.Clients clients, RedirectUris redirects, Json json) {
        return clients.clientsFileText()
                .map(text -> ConfiguredClient.readAll(text, json, redirects))
                .orElse(List.of());
    }

    private static HttpSender sender(Settings.Tableau tableau, Instruments instruments) {
        HttpSender.Options options = new HttpSender.Options(
                tableau.requestTimeout(),
                MAX_TABLEAU_ANSWER,
                tableau.caCertificatesPem(),
                tableau.tlsVerificationDisabled(),
                tableau.proxy());
        return new HttpSender(
                options,
                ExchangeObserver.both(
                        new CountedCalls(instruments.metrics()), new ClockComparison(instruments.clock())));
    }
}
