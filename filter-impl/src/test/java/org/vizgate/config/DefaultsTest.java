package org.vizgate.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.vizgate.access.PublicPaths;
import org.vizgate.access.ScopeRules;
import org.vizgate.limit.Rate;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultsTest {
    private final Settings.Protecting settings = Written.withServer().protecting();

    @Test
    void gate_hasTheDocumentedDefaults() {
        assertThat(settings.gate())
                .isEqualTo(new Settings.Gate(
                        URI.create(Written.ISSUER),
                        URI.create(Written.ISSUER + "/Callback"),
                        List.of(URI.create(Written.ISSUER)),
                        "/oauth",
                        Settings.TokenFormat.RSA,
                        false,
                        true,
                        false));
    }

    @Test
    void keys_areThePrivateKeyAlone() {
        assertThat(settings.keys().privateKeyPem().reveal()).isEqualTo(Written.PRIVATE_KEY);
        assertThat(settings.keys().passphrase()).isEmpty();
        assertThat(settings.keys().sealingKey()).isEmpty();
    }

    @Test
    void lifetimes_haveTheDocumentedDefaults() {
        assertThat(settings.lifetimes())
                .isEqualTo(new Settings.Lifetimes(
                        Optional.empty(),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofDays(30),
                        Duration.ofDays(365),
                        Duration.ofSeconds(30),
                        Duration.ofDays(365),
                        Optional.of(Duration.ofSeconds(60)),
                        false,
                        Duration.ofSeconds(60)));
    }

    @Test
    void clients_haveTheDocumentedDefaults() {
        assertThat(settings.clients())
                .isEqualTo(new Settings.Clients(
                        Map.of(),
                        Optional.empty(),
                        true,
                        Optional.of(Set.of()),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Settings.Consent.REMEMBER));
    }

    @Test
    void protection_hasTheDocumentedDefaults() {
        assertThat(settings.protection().scopesDisabled()).isFalse();
        assertThat(settings.protection().scopesSupported()).isEmpty();
        assertThat(settings.protection().scopeRules())
                .hasToString(ScopeRules.none().toString());
        assertThat(settings.protection().publicPaths())
                .hasToString(PublicPaths.none().toString());
        assertThat(settings.protection().allowedOrigins()).isEmpty();
        assertThat(settings.protection().cors()).isTrue();
        assertThat(settings.protection().allowedHosts()).isEmpty();
        assertThat(settings.protection().rateLimit()).contains(new Rate(60, Duration.ofMinutes(1)));
        assertThat(settings.protection().trustedProxies()).isEmpty();
    }

    @Test
    void tableau_hasTheDocumentedDefaults() {
        assertThat(settings.tableau())
                .isEqualTo(new Settings.Tableau(
                        Optional.of(URI.create("https://tableau.example.org")),
                        "",
                        false,
                        Duration.ofSeconds(10),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }

    @Test
    void ordinarySettings_giveNoWarning() {
        assertThat(settings.warnings()).isEmpty();
    }
}
