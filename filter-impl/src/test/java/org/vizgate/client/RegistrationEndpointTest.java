package org.vizgate.client;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.audit.AuditLog;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.metrics.Metrics;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.testing.SetClock;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RegistrationEndpointTest {
    private static final String ORDINARY =
            "{\"redirect_uris\":[\"https://client.example/cb\"],\"token_endpoint_auth_method\":\"none\"}";

    private final SetClock clock = new SetClock(TestClients.NOW);
    private final SealedClients sealed = TestClients.sealed(clock);
    private final RegistrationEndpoint endpoint = new RegistrationEndpoint(
            sealed, TestClients.ANY_REDIRECT, TestKeys.JSON, clock, new AuditLog(new Metrics()));

    @Test
    void aRegistration_is201AndNeverStored() {
        Reply reply = register(ORDINARY);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(TestCall.header(reply, "Content-Type")).isEqualTo("application/json");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theMetadata_areEchoedAsTheyWereRegistered() {
        JsonFields answer = answer("{\"redirect_uris\":[\"http://127.0.0.1/cb\",\"cursor://cb\"],"
                + "\"client_name\":\" My <b>Client</b> \",\"token_endpoint_auth_method\":\"none\","
                + "\"application_type\":\"native\",\"grant_types\":[\"refresh_token\",\"authorization_code\",\"x\"],"
                + "\"response_types\":[\"code\",\"token\"],\"logo_uri\":\"https://client.example/logo\"}");

        assertThat(answer.text("client_name")).contains("My <b>Client</b>");
        assertThat(answer.texts("redirect_uris")).contains(List.of("http://127.0.0.1/cb", "cursor://cb"));
        assertThat(answer.texts("grant_types")).contains(List.of("authorization_code", "refresh_token"));
        assertThat(answer.texts("response_types")).contains(List.of("code"));
        assertThat(answer.text("token_endpoint_auth_method")).contains("none");
        assertThat(answer.text("application_type")).contains("native");
        assertThat(answer.number("client_id_issued_at")).contains(TestClients.NOW.getEpochSecond());
        assertThat(answer.has("logo_uri")).isFalse();
    }

    @Test
    void aPublicClient_getsNoSecret() {
        JsonFields answer = answer(ORDINARY);

        assertThat(answer.has("client_secret")).isFalse();
        assertThat(answer.has("client_secret_expires_at")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void aConfidentialClient_getsASecretAndItsEnd(String method) {
        JsonFields answer = answer(ORDINARY.replace("none", method));

        String id = answer.requiredText("client_id");
        assertThat(sealed.isSecretOf(id, answer.requiredText("client_secret"))).isTrue();
        assertThat(answer.number("client_secret_expires_at"))
                .contains(TestClients.NOW.plus(TestClients.LIFE).getEpochSecond());
    }

    /** RFC 7591 section 2: what a client leaves out has a default. */
    @Test
    void whatIsLeftOut_hasTheStandardsDefault() {
        JsonFields answer = answer("{\"redirect_uris\":[\"https://client.example/cb\"]}");

        assertThat(answer.text("token_endpoint_auth_method")).contains("client_secret_basic");
        assertThat(answer.texts("grant_types")).contains(List.of("authorization_code", "refresh_token"));
        assertThat(answer.texts("response_types")).contains(List.of("code"));
        assertThat(answer.has("client_secret")).isTrue();
        assertThat(answer.has("client_name")).isFalse();
        assertThat(answer.has("application_type")).isFalse();
    }

    @Test
    void theAnswersId_isTheRegistration() {
        String id = answer(ORDINARY).requiredText("client_id");

        Client client = sealed.open(id).orElseThrow();
        assertThat(client.redirectUris()).containsExactly("https://client.example/cb");
        assertThat(client.isPublic()).isTrue();
        assertThat(client.isConfigured()).isFalse();
    }

    @Test
    void aSecretThatAClientBrings_isNotTaken() {
        JsonFields answer = answer(ORDINARY.replace("\"none\"", "\"client_secret_post\",\"client_secret\":\"mine\""));

        assertThat(answer.requiredText("client_secret")).isNotEqualTo("mine");
    }

    @Test
    void anIdThatAClientBrings_isNotTaken() {
        assertThat(answer(ORDINARY.replace("}", ",\"client_id\":\"mine\"}")).requiredText("client_id"))
                .isNotEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"redirect_uris\":[]}",
                "{\"redirect_uris\":null}",
                "{\"redirect_uris\":[\"http://client.example/cb\"]}",
                "{\"redirect_uris\":[\"https://client.example/cb\",\"javascript:alert(1)\"]}",
                "{\"redirect_uris\":[\"http://localhost/cb\"],\"application_type\":\"web\"}",
                "{\"redirect_uris\":[\"\"]}"
            })
    void aBadRedirectUri_isInvalidRedirectUri(String metadata) {
        assertRefused(ErrorCode.INVALID_REDIRECT_URI, metadata);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"token_endpoint_auth_method\":\"private_key_jwt\"",
                "\"token_endpoint_auth_method\":\"NONE\"",
                "\"token_endpoint_auth_method\":1",
                "\"application_type\":\"desktop\"",
                "\"grant_types\":[\"implicit\"]",
                "\"grant_types\":[]",
                "\"grant_types\":\"authorization_code\"",
                "\"response_types\":[\"token\"]",
                "\"response_types\":[]",
                "\"client_name\":1",
                "\"client_name\":\"a\\nb\"",
                "\"client_name\":\"a\\u202eb\"",
                "\"client_name\":\"a\\u2066b\"",
                "\"client_name\":\"a\\u2028b\"",
                "\"client_name\":[\"x\"]"
            })
    void otherBadMetadata_areInvalidClientMetadata(String member) {
        assertRefused(
                ErrorCode.INVALID_CLIENT_METADATA,
                "{\"redirect_uris\":[\"https://client.example/cb\"]," + member + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "x",
                "{\"redirect_uris\":\"https://client.example/cb\"}",
                "{\"redirect_uris\":[1]}",
                "{\"redirect_uris\":[\"https://client.example/cb\"],\"redirect_uris\":[\"https://evil.example/cb\"]}"
            })
    void aBodyThatIsNoMetadata_isInvalidClientMetadata(String body) {
        assertRefused(ErrorCode.INVALID_CLIENT_METADATA, body);
    }

    @Test
    void anotherMediaType_isInvalidClientMetadata() {
        OAuthException refusal = catchThrowableOfType(
                OAuthException.class,
                () -> endpoint.handle(
                        TestCall.form("/oauth/register", "redirect_uris", "x").call()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CLIENT_METADATA);
    }

    @Test
    void aNameOf120Characters_isTheLongest() {
        String name = "n".repeat(120);

        assertThat(answer(named(name)).requiredText("client_name")).isEqualTo(name);
        assertRefused(ErrorCode.INVALID_CLIENT_METADATA, named(name + "n"));
    }

    @Test
    void redirectUrisThatAreTooLongTogether_areRefused() {
        // No two are alike, so that nothing of them can be left out of the id.
        List<String> uris = Stream.generate(() -> "https://client.example/" + TestKeys.RANDOM.text(72))
                .limit(10)
                .toList();

        OAuthException refusal =
                assertRefused(ErrorCode.INVALID_CLIENT_METADATA, TestKeys.JSON.write(Map.of("redirect_uris", uris)));

        assertThat(refusal.error().description()).contains("too long");
    }

    @Test
    void elevenRedirectUris_areTooMany() {
        assertRefused(ErrorCode.INVALID_REDIRECT_URI, redirects(11));
    }

    private static String named(String name) {
        return ORDINARY.replace("}", ",\"client_name\":\"" + name + "\"}");
    }

    private static String redirects(int count) {
        List<String> uris = IntStream.range(0, count)
                .mapToObj(i -> "https://client.example/cb" + i)
                .toList();
        return TestKeys.JSON.write(Map.of("redirect_uris", uris));
    }

    private OAuthException assertRefused(ErrorCode code, String metadata) {
        OAuthException refusal = catchThrowableOfType(OAuthException.class, () -> register(metadata));
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    private JsonFields answer(String metadata) {
        return TestKeys.JSON.read(register(metadata).body());
    }

    private Reply register(String metadata) {
        return endpoint.handle(TestCall.json("/oauth/register", metadata).call());
    }
}
