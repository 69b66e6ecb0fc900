package org.vizgate.client;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LogCapture;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.Secret;
import org.vizgate.testing.SetClock;
import org.vizgate.web.Call;
import org.vizgate.web.Parameters;
import org.vizgate.web.TestCall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ClientAuthenticationTest {
    private static final String ID = TestClients.CONFIDENTIAL;
    private static final String SECRET = TestClients.SECRET;

    private final SetClock clock = new SetClock(TestClients.NOW);
    private final ClientAuthentication authentication = new ClientAuthentication(TestClients.ordinary(clock));

    @Test
    void aPublicClient_namesItself() {
        assertAccepted(TestClients.PUBLIC, form("client_id", TestClients.PUBLIC));
    }

    @Test
    void aSecretInTheBody_isAccepted() {
        assertAccepted(ID, form("client_id", ID, "client_secret", SECRET));
    }

    /** RFC 6749 section 2.3.1: both halves are form-encoded before they become Basic credentials. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC ", "bAsIc   "})
    void aSecretInTheHeader_isAcceptedInAnyCaseOfTheScheme(String scheme) {
        assertAccepted(ID, form().header("Authorization", scheme + credentials(encoded(ID), encoded(SECRET))));
    }

    @Test
    void theIdInHeaderAndBody_mayBeSentTwice() {
        assertAccepted(ID, form("client_id", ID).header("Authorization", basic(ID, SECRET)));
    }

    @Test
    void aSecretInBoth_theBodysCounts() {
        assertAccepted(ID, form("client_id", ID, "client_secret", SECRET).header("Authorization", basic(ID, "wrong")));
        assertRefused(
                ErrorCode.INVALID_CLIENT,
                form("client_id", ID, "client_secret", "wrong").header("Authorization", basic(ID, SECRET)));
    }

    @Test
    void aSecretInTheBodyAndTheIdInTheHeader_areOneClient() {
        assertAccepted(ID, form("client_secret", SECRET).header("Authorization", basic(ID, "wrong")));
    }

    @Test
    void differentIds_areAnInvalidRequest() {
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                form("client_id", TestClients.PUBLIC).header("Authorization", basic(ID, SECRET)));
    }

    @Test
    void aSecretThatStartsWithAColon_isWhole() {
        Clients clients = TestClients.of(
                clock,
                new ConfiguredClient(TestClients.confidentialClient().client(), Optional.of(Secret.of(":a:b:"))));
        TestCall call = form().header("Authorization", "Basic " + credentials(ID, ":a:b:"));

        assertThat(new ClientAuthentication(clients)
                        .authenticate(call.call(), Parameters.none())
                        .id())
                .isEqualTo(ID);
    }

    @Test
    void aWrongSecret_isInvalidClient() {
        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", ID, "client_secret", SECRET + "x"));
        assertRefused(ErrorCode.INVALID_CLIENT, form().header("Authorization", basic(ID, "x")));
    }

    @Test
    void aMissingSecret_isInvalidClient() {
        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", ID));
        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", ID, "client_secret", ""));
        assertRefused(ErrorCode.INVALID_CLIENT, form().header("Authorization", basic(ID, "")));
    }

    @Test
    void aPublicClientWithASecret_isInvalidClient() {
        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", TestClients.PUBLIC, "client_secret", "x"));
    }

    @Test
    void anUnknownClient_isInvalidClient() {
        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", "nobody"));
        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", "nobody", "client_secret", "x"));
        assertRefused(ErrorCode.INVALID_CLIENT, form().header("Authorization", basic("nobody", "x")));
    }

    @Test
    void anExpiredRegistration_isInvalidClient() {
        String id = TestClients.registered(
                TestClients.sealed(clock),
                clock,
                "{\"redirect_uris\":[\"https://client.example/cb\"],\"token_endpoint_auth_method\":\"none\"}");
        assertAccepted(id, form("client_id", id));
        clock.advance(TestClients.LIFE);

        assertRefused(ErrorCode.INVALID_CLIENT, form("client_id", id));
    }

    @Test
    void noClientAtAll_isAnInvalidRequest() {
        assertRefused(ErrorCode.INVALID_REQUEST, form());
        assertRefused(ErrorCode.INVALID_REQUEST, form("client_secret", "x"));
        assertRefused(ErrorCode.INVALID_REQUEST, form().header("Authorization", "Bearer x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "Basic !!!", "Basic eA==", "Basic Og==", "Basic OnB3", "Basic eDolenp6"})
    void aMalformedHeader_isInvalidClient(String header) {
        assertRefused(ErrorCode.INVALID_CLIENT, form().header("Authorization", header));
    }

    @Test
    void aRepeatedHeader_isAnInvalidRequest() {
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                form().header("Authorization", basic(ID, SECRET)).header("Authorization", basic(ID, SECRET)));
    }

    @Test
    void aRepeatedParameter_isAnInvalidRequest() {
        assertRefused(ErrorCode.INVALID_REQUEST, form("client_id", ID, "client_id", ID));
        assertRefused(
                ErrorCode.INVALID_REQUEST, form("client_id", ID, "client_secret", SECRET, "client_secret", SECRET));
    }

    @Test
    void aRefusal_doesNotTellWhatWasWrongWithTheSecret() {
        String wrong =
                refusal(form("client_id", ID, "client_secret", "x")).error().description();
        String missing = refusal(form("client_id", ID)).error().description();
        String needless = refusal(form("client_id", TestClients.PUBLIC, "client_secret", "x"))
                .error()
                .description();

        assertThat(missing).isEqualTo(wrong);
        assertThat(needless).isEqualTo(wrong);
    }

    @Test
    void aRefusal_keepsTheSecretOutOfMessageAndLog() {
        try (LogCapture log = LogCapture.ofEverything()) {
            assertThat(refusal(form("client_id", ID, "client_secret", "hunter2")))
                    .hasMessageNotContaining("hunter2");
            assertThat(log.text()).doesNotContain("hunter2");
        }
    }

    private void assertAccepted(String id, TestCall request) {
        Call call = request.call();
        assertThat(authentication
                        .authenticate(call, Parameters.parse(call.body()))
                        .id())
                .isEqualTo(id);
    }

    private void assertRefused(ErrorCode code, TestCall request) {
        assertThat(refusal(request).code()).isEqualTo(code);
    }

    private OAuthException refusal(TestCall request) {
        Call call = request.call();
        return catchThrowableOfType(
                OAuthException.class, () -> authentication.authenticate(call, Parameters.parse(call.body())));
    }

    private static TestCall form(String... namesAndValues) {
        return TestCall.form("/oauth/token", namesAndValues);
    }

    private static String basic(String id, String secret) {
        return "Basic " + credentials(encoded(id), encoded(secret));
    }

    private static String credentials(String id, String secret) {
        return Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
