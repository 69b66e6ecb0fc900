package org.vizgate.authorize;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.vizgate.client.ClientMetadataDocuments;
import org.vizgate.client.ClientMetadataPolicy;
import org.vizgate.client.Clients;
import org.vizgate.client.TestClients;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.TestSenders;
import org.vizgate.page.PageException;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.scope.Scopes;
import org.vizgate.tableau.SiteLock;
import org.vizgate.testing.SetClock;
import org.vizgate.web.Call;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What people see of clients that publish a document about themselves. */
class DescribedClientPagesTest {
    private static final URI ISSUER = URI.create("https://gate.example");
    private static final Call CALL = TestCall.get("/oauth/authorize").call();

    @Test
    void consent_showsTheHostOfTheDocument() {
        assertThat(consent(request(Optional.of("client.example")))).contains("Published by", "<dd>client.example<");
    }

    @Test
    void consent_showsNoHostOfAClientWithoutADocument() {
        assertThat(consent(request(Optional.empty()))).doesNotContain("Published by");
    }

    @Test
    void theHost_isStillKnownAfterConsent() {
        AuthorizationRequest request = request(Optional.of("client.example"));

        assertThat(AuthorizationRequest.read(TestKeys.JSON.read(TestKeys.JSON.write(request.write()))))
                .isEqualTo(request);
    }

    @Test
    void aDocumentThatCannotBeRead_isAPageThatNamesTheHost() {
        Reply page = pageFor(reader(), "https://client.example/a");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("described at client.example,");
    }

    @Test
    void tooManyDocumentsOfOneHost_areAPageThatSaysLater() {
        AuthorizationRequestReader reader = reader();
        for (int i = 0; i < 30; i++) {
            pageFor(reader, "https://client.example/" + i);
        }

        assertThat(pageFor(reader, "https://client.example/a").status()).isEqualTo(503);
        assertThat(pageFor(reader, "https://other.example/a").status()).isEqualTo(400);
    }

    private static Reply pageFor(AuthorizationRequestReader reader, String id) {
        return catchThrowableOfType(
                        PageException.class, () -> reader.trusted(Parameters.parse(TestCall.encoded("client_id", id))))
                .reply(CALL);
    }

    // The sender is closed, so no host is asked.
    private static AuthorizationRequestReader reader() {
        SetClock clock = new SetClock(Instant.parse("2026-01-02T03:04:05Z"));
        HttpSender sender = TestSenders.ordinary();
        sender.close();
        ClientMetadataDocuments documents = new ClientMetadataDocuments(
                ClientMetadataPolicy.any(), sender, TestClients.ANY_REDIRECT, TestKeys.JSON, clock);
        Clients clients = new Clients(Map.of(), List.of(), TestClients.sealed(clock), Optional.of(documents), Set.of());
        return new AuthorizationRequestReader(
                clients, Resources.of(ISSUER, List.of(ISSUER)), new ScopePolicy(Scopes.none(), false));
    }

    private static String consent(AuthorizationRequest request) {
        EndpointUris uris = new EndpointUris(ISSUER, URI.create(ISSUER + "/Callback"), "/oauth");
        return new ConsentPage(uris, URI.create("https://tableau.example"), new SiteLock("", false))
                .reply(request, "sealed", Optional.empty(), CALL)
                .body();
    }

    private static AuthorizationRequest request(Optional<String> host) {
        return new AuthorizationRequest(
                "reference",
                "Editor",
                host,
                false,
                "none",
                "https://client.example/back",
                Optional.of("state"),
                "c".repeat(43),
                List.of(ISSUER.toString()),
                Scopes.none());
    }
}
