package org.vizgate.metadata;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.Resources;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Documents;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class MetadataTest {
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";
    private static final Scopes SCOPES = Scopes.of("tableau:content:read");

    @ParameterizedTest
    @ValueSource(strings = {"https://gate.example", "https://gate.example/app"})
    void theServersDocument_namesEverythingBelowTheIssuer(String issuer) {
        JsonFields document = read(server(issuer, true), OAUTH);

        assertThat(document.text("issuer")).contains(issuer);
        assertThat(document.text("authorization_endpoint")).contains(issuer + "/oauth/authorize");
        assertThat(document.text("token_endpoint")).contains(issuer + "/oauth/token");
        assertThat(document.text("registration_endpoint")).contains(issuer + "/oauth/register");
        assertThat(document.text("revocation_endpoint")).contains(issuer + "/oauth/revoke");
        assertThat(document.texts("response_types_supported")).contains(List.of("code"));
        assertThat(document.texts("code_challenge_methods_supported")).contains(List.of("S256"));
        assertThat(document.texts("grant_types_supported")).contains(List.of("authorization_code", "refresh_token"));
        assertThat(document.texts("token_endpoint_auth_methods_supported"))
                .contains(List.of("none", "client_secret_basic", "client_secret_post"));
        assertThat(document.texts("scopes_supported")).contains(List.of("tableau:content:read", "offline_access"));
        assertThat(document.flag("authorization_response_iss_parameter_supported"))
                .contains(true);
        assertThat(document.flag("client_id_metadata_document_supported")).contains(false);
        assertThat(document.texts("protected_resources")).contains(List.of(issuer, issuer + "/mcp"));
        assertThat(document.has("jwks_uri")).isFalse();
    }

    @Test
    void theOpenIdCopy_hasWhatItsReadersDemand() {
        JsonFields document = read(server("https://gate.example/app", true), OPENID);

        assertThat(document.text("issuer")).contains("https://gate.example/app");
        assertThat(document.text("jwks_uri")).contains("https://gate.example/app/oauth/jwks");
        assertThat(document.texts("subject_types_supported")).contains(List.of("public"));
        assertThat(document.texts("id_token_signing_alg_values_supported")).contains(List.of("RS256"));
        assertThat(document.texts("code_challenge_methods_supported")).contains(List.of("S256"));
    }

    @Test
    void closedRegistration_isNotAnnounced() {
        assertThat(read(server("https://gate.example", false), OAUTH).has("registration_endpoint"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, OPENID})
    void theIssuersPathAsSuffix_isTheSameDocument(String path) {
        Documents server = server("https://gate.example/app", true);

        assertThat(text(server, path + "/app")).isEqualTo(text(server, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OAUTH + "/",
                OAUTH + "/other",
                OAUTH + "/app/",
                OAUTH + "/app/mcp",
                OAUTH + "x",
                OPENID + "/other",
                "/.well-known/x"
            })
    void anyOtherSuffixOfTheServer_is404(String path) {
        assertNotFound(server("https://gate.example/app", true), path);
    }

    @Test
    void eachResource_hasItsDocument() {
        Documents resources = resources(SCOPES, "https://gate.example/app", "https://gate.example/app/mcp");

        JsonFields whole = read(resources, RESOURCE);
        assertThat(whole.text("resource")).contains("https://gate.example/app");
        assertThat(whole.texts("authorization_servers")).contains(List.of("https://gate.example/app"));
        assertThat(whole.texts("bearer_methods_supported")).contains(List.of("header"));
        assertThat(whole.texts("scopes_supported")).contains(List.of("tableau:content:read"));
        assertThat(read(resources, RESOURCE + "/mcp").text("resource")).contains("https://gate.example/app/mcp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/other", "/mcp/", "/mcp/tools", "/mcp2", "/MCP"})
    void anyOtherSuffixOfAResource_is404(String suffix) {
        Documents resources = resources(SCOPES, "https://gate.example/app", "https://gate.example/app/mcp");

        assertNotFound(resources, RESOURCE + suffix);
    }

    @Test
    void withoutAResourceForTheWhole_thePrimaryOneIsThere() {
        Documents resources = resources(SCOPES, "https://gate.example/app/mcp", "https://gate.example/app/api");

        assertThat(read(resources, RESOURCE).text("resource")).contains("https://gate.example/app/mcp");
    }

    /** The challenge for the first leads here, and clients refuse a document of another resource. */
    @Test
    void ofSeveralResourcesElsewhere_theFirstIsDescribed() {
        Documents resources = resources(SCOPES, "https://one.example", "https://two.example");

        assertThat(read(resources, RESOURCE).text("resource")).contains("https://one.example");
    }

    /** RFC 9728 section 3.2: members without values are left out. */
    @Test
    void withoutScopes_noneAreListed() {
        assertThat(read(resources(Scopes.none(), "https://gate.example/app"), RESOURCE)
                        .has("scopes_supported"))
                .isFalse();
    }

    @Test
    void noDocument_hasAnEmptyArray() {
        assertThat(text(resources(Scopes.none(), "https://gate.example/app"), RESOURCE))
                .doesNotContain("[]", "null");
        assertThat(text(server("https://gate.example", true), OPENID)).doesNotContain("[]", "null");
    }

    @Test
    void theKeySet_isEmpty() {
        assertThat(text(KeySetEndpoint.empty(), "/oauth/jwks")).isEqualTo("{\"keys\":[]}");
    }

    private static void assertNotFound(Documents documents, String path) {
        assertThat(documents.find(path)).isEmpty();
        Reply reply = documents.handle(TestCall.get(path).call());
        assertThat(reply.status()).isEqualTo(404);
        assertThat(TestCall.header(reply, "Content-Type")).isEqualTo("application/json");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
    }

    private static Documents server(String issuer, boolean registers) {
        return server(issuer, registers, false);
    }

    private static Documents server(String issuer, boolean registers, boolean servesClients) {
        URI base = URI.create(issuer);
        return new AuthorizationServerMetadataEndpoint(
                new EndpointUris(base, URI.create(issuer + "/Callback"), "/oauth"),
                Resources.of(base, List.of(base, URI.create(issuer + "/mcp"))),
                registers,
                false,
                servesClients,
                SCOPES,
                TestKeys.JSON);
    }

    private static Documents resources(Scopes scopes, String... identifiers) {
        URI issuer = URI.create("https://gate.example/app");
        List<URI> uris = List.of(identifiers).stream().map(URI::create).toList();
        return new ProtectedResourceMetadataEndpoint(issuer, Resources.of(issuer, uris), scopes, TestKeys.JSON);
    }

    private static JsonFields read(Documents documents, String path) {
        return TestKeys.JSON.read(text(documents, path));
    }

    private static String text(Documents documents, String path) {
        return new String(documents.find(path).orElseThrow().bytes(), UTF_8);
    }
}
