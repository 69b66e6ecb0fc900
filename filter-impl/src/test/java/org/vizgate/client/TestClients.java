package org.vizgate.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.SealedBox;
import org.vizgate.jose.TestKeys;
import org.vizgate.session.Secret;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Ordinary clients. */
public final class TestClients {
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    public static final Duration LIFE = Duration.ofDays(365);
    public static final String PUBLIC = "client-1";
    public static final String OTHER_PUBLIC = "client-2";
    public static final String CONFIDENTIAL = "partner";
    public static final String SECRET = "s:cret+/%\u00e4";
    public static final String REDIRECT = "https://client.example/cb";
    public static final RedirectUris ANY_REDIRECT = new RedirectUris(Optional.empty());

    private TestClients() {}

    /** A configured client without a secret. */
    public static ConfiguredClient publicClient(String id, String name, String... redirectUris) {
        return new ConfiguredClient(
                new Client(id, name, List.of(redirectUris), ClientAuthenticationMethod.NONE, true), Optional.empty());
    }

    public static ConfiguredClient confidentialClient() {
        return new ConfiguredClient(
                new Client(
                        CONFIDENTIAL,
                        "Partner",
                        List.of(REDIRECT),
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                        true),
                Optional.of(Secret.of(SECRET)));
    }

    /** Two public clients and a confidential one. */
    public static Clients ordinary(Clock clock) {
        return of(
                clock,
                publicClient(PUBLIC, "Client One", REDIRECT),
                publicClient(OTHER_PUBLIC, "Client Two", REDIRECT),
                confidentialClient());
    }

    public static Clients of(Clock clock, ConfiguredClient... configured) {
        return new Clients(Map.of(), List.of(configured), sealed(clock), Set.of());
    }

    public static SealedClients sealed(Clock clock) {
        return sealed(clock, (byte) 1);
    }

    /** Registrations of a server with another key for each {@code key}. */
    static SealedClients sealed(Clock clock, byte key) {
        byte[] bytes = new byte[32];
        bytes[0] = key;
        return new SealedClients(
                new SealedBox(bytes, TestKeys.RANDOM),
                new MacKey("client secrets".getBytes(UTF_8)),
                TestKeys.JSON,
                LIFE,
                clock);
    }

    /** The id of a client that registered itself with these metadata. */
    public static String registered(SealedClients sealed, Clock clock, String metadata) {
        return sealed.seal(ClientMetadata.read(TestKeys.JSON.read(metadata), ANY_REDIRECT), clock.instant());
    }
}
