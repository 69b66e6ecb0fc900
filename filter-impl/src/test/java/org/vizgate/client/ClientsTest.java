package org.vizgate.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.crypto.Digests;
import org.vizgate.session.Secret;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

class ClientsTest {
    private static final String METADATA = "{\"redirect_uris\":[\"https://client.example/cb\"]}";

    private final SetClock clock = new SetClock(TestClients.NOW);
    private final SealedClients sealed = TestClients.sealed(clock);
    private final String registered = TestClients.registered(sealed, clock, METADATA);
    private final Clients clients = TestClients.ordinary(clock);

    @Test
    void aRegisteredClient_isFoundByEveryNodeWithTheKey() {
        assertThat(clients.find(registered)).isPresent();
    }

    @Test
    void aRegistration_isValidUntilJustBeforeItsEnd() {
        clock.advance(TestClients.LIFE.minusMillis(1));

        assertThat(clients.find(registered)).isPresent();
    }

    @Test
    void atItsEnd_aRegistrationIsUnknown() {
        clock.advance(TestClients.LIFE);

        assertThat(clients.find(registered)).isEmpty();
    }

    @Test
    void aTamperedId_isUnknown() {
        for (int i = 4; i < registered.length(); i += 7) {
            char other = registered.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(clients.find(registered.substring(0, i) + other + registered.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void anIdOfAnotherServer_isUnknown() {
        String foreign = TestClients.registered(TestClients.sealed(clock, (byte) 2), clock, METADATA);

        assertThat(clients.find(foreign)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vg1.", "vg1.x", "vg2.x", "VG1.x", "client-3", "client-1 ", "CLIENT-1", "vg1.=", "\u0000"})
    void anIdThatIsNone_isUnknown(String id) {
        assertThat(clients.find(id)).isEmpty();
    }

    @Test
    void aShortenedOrLengthenedId_isUnknown() {
        assertThat(clients.find(registered.substring(0, registered.length() - 1)))
                .isEmpty();
        assertThat(clients.find(registered + "A")).isEmpty();
        assertThat(clients.find(registered + "A".repeat(2_000))).isEmpty();
    }

    @Test
    void aBlockedId_isUnknown() {
        assertThat(blocking(registered).find(registered)).isEmpty();
        assertThat(blocking(TestClients.PUBLIC).find(TestClients.PUBLIC)).isEmpty();
    }

    @Test
    void theDigestOfAnId_blocksItToo() {
        assertThat(blocking(Digests.brief(registered)).find(registered)).isEmpty();
    }

    /** The digest is what tokens and logs show, so it is what an administrator has. */
    @Test
    void aLongId_isReferredToByItsDigest() {
        assertThat(clients.find(registered).orElseThrow().reference()).isEqualTo(Digests.brief(registered));
        assertThat(clients.find(TestClients.PUBLIC).orElseThrow().reference()).isEqualTo(TestClients.PUBLIC);
    }

    @Test
    void aSecretPair_isAConfidentialClientWithoutARedirect() {
        Clients pairs = new Clients(Map.of("job", Secret.of("pw")), List.of(), sealed, Set.of());
        Client client = pairs.find("job").orElseThrow();

        assertThat(client.isPublic()).isFalse();
        assertThat(client.redirectUris()).isEmpty();
        assertThat(client.allowsRedirectTo("https://client.example/cb")).isFalse();
        assertThat(client.onlyRedirect()).isEmpty();
        assertThat(pairs.isSecretOf(client, "pw")).isTrue();
        assertThat(pairs.isSecretOf(client, "Pw")).isFalse();
        assertThat(pairs.isSecretOf(client, "")).isFalse();
    }

    @Test
    void aSecretOfOneRegistration_isNoneOfAnother() {
        String other = TestClients.registered(sealed, clock, METADATA);
        Client client = clients.find(registered).orElseThrow();

        assertThat(clients.isSecretOf(client, sealed.secretOf(registered))).isTrue();
        assertThat(clients.isSecretOf(client, sealed.secretOf(other))).isFalse();
    }

    /** A secret can be derived from any id, also from one that an administrator gave without a secret. */
    @Test
    void aDerivedSecret_isNoneOfAConfiguredClient() {
        Client configured = clients.find(TestClients.PUBLIC).orElseThrow();
        Client confidential = clients.find(TestClients.CONFIDENTIAL).orElseThrow();

        assertThat(clients.isSecretOf(configured, sealed.secretOf(TestClients.PUBLIC)))
                .isFalse();
        assertThat(clients.isSecretOf(confidential, sealed.secretOf(TestClients.CONFIDENTIAL)))
                .isFalse();
    }

    @Test
    void aClientWithTwoRedirects_mustNameOne() {
        assertThat(TestClients.publicClient("c", "", "https://a.example/", "https://b.example/")
                        .client()
                        .onlyRedirect())
                .isEmpty();
        assertThat(TestClients.publicClient("c", "", "https://a.example/")
                        .client()
                        .onlyRedirect())
                .contains("https://a.example/");
    }

    @Test
    void aRegistrationFromTheFuture_livesNoLongerThanOthers() {
        clock.advance(Duration.ofDays(1));
        String later = TestClients.registered(sealed, clock, METADATA);
        clock.set(TestClients.NOW.plus(TestClients.LIFE).plus(Duration.ofDays(1)));

        assertThat(clients.find(later)).isEmpty();
    }

    private Clients blocking(String id) {
        return new Clients(
                Map.of(),
                List.of(TestClients.publicClient(TestClients.PUBLIC, "", TestClients.REDIRECT)),
                sealed,
                Set.of(id));
    }
}
