package org.vizgate.tableau;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestFailures;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;
import org.vizgate.web.Parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TableauAuthorizationTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String TOKEN = "SECRET-a|b|5b1f6a0e-2222-4c3d-8e9f-102030405060";

    private final HttpSender sender = TestSenders.ordinary();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aCode_isExchanged() {
        try (LoopbackServer server = answeringGrant(Function.identity())) {
            UpstreamGrant grant = authorization(server)
                    .exchange("c+de", "verifier", URI.create("https://app.example/Callback"), TestSignIn.CLIENT_ID);

            assertThat(grant)
                    .isEqualTo(new UpstreamGrant(
                            server.address(), Secret.of(TOKEN), NOW.plusSeconds(7200), Secret.of("SECRET-r")));
            Parameters form = Parameters.parse(server.onlyRequest().body());
            assertThat(server.onlyRequest().target()).isEqualTo("/oauth2/v1/token");
            assertThat(server.onlyRequest().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(form.names())
                    .containsExactly("grant_type", "code", "code_verifier", "redirect_uri", "client_id");
            assertThat(form.required("grant_type")).isEqualTo("authorization_code");
            assertThat(form.required("code")).isEqualTo("c+de");
            assertThat(form.required("redirect_uri")).isEqualTo("https://app.example/Callback");
        }
    }

    @Test
    void aRefresh_namesTheSiteAndBringsTheNextToken() {
        try (LoopbackServer server = answeringGrant(Function.identity())) {
            UpstreamGrant grant = authorization(server).refresh(Secret.of("SECRET-old"), TestSignIn.CLIENT_ID, "sales");

            assertThat(grant.refreshToken()).isEqualTo(Secret.of("SECRET-r"));
            Parameters form = Parameters.parse(server.onlyRequest().body());
            assertThat(form.required("grant_type")).isEqualTo("refresh_token");
            assertThat(form.required("refresh_token")).isEqualTo("SECRET-old");
            assertThat(form.required("client_id")).isEqualTo(TestSignIn.CLIENT_ID);
            assertThat(form.required("site_namespace")).isEqualTo("sales");
        }
    }

    @Test
    void anExchange_leavesNoSecretInTheLogOrInToString() {
        try (LogCapture log = LogCapture.ofEverything();
                LoopbackServer server = answeringGrant(Function.identity())) {
            UpstreamGrant grant = authorization(server)
                    .exchange("SECRET-code", "SECRET-verifier", URI.create("https://app.example/"), "c");

            assertThat(grant.toString()).doesNotContain("SECRET");
            assertThat(log.text()).isNotEmpty().doesNotContain("SECRET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "expires_in", "origin_host"})
    void anAnswerWithoutAMember_isNotTableaus(String member) {
        assertKind(Kind.NOT_TABLEAU, answeringGrant(json -> json.replace("\"" + member, "\"x" + member)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "315360001", "1e30", "\"7200\"", "null", "[]"})
    void aLifeThatIsNone_isNotTableaus(String seconds) {
        assertKind(Kind.NOT_TABLEAU, answeringGrant(json -> json.replace("7200", seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SECRET\\r\\nX: y", "SECRET\\u0000", "SECRET\\u007f", "SECRET \\u00e4", "SECRET x"})
    void aTokenThatIsNoHeaderValue_isNotTableaus(String token) {
        assertKind(Kind.NOT_TABLEAU, answeringGrant(json -> json.replace(TOKEN, token)));
        assertKind(Kind.NOT_TABLEAU, answeringGrant(json -> json.replace("SECRET-r", token)));
    }

    @Test
    void aTokenThatIsTooLong_isNotTableaus() {
        assertKind(Kind.NOT_TABLEAU, answeringGrant(json -> json.replace(TOKEN, "S".repeat(8001))));
    }

    @Test
    void anotherOriginHost_isAConfigurationError() {
        assertKind(Kind.CONFIGURATION, answeringGrant(json -> json.replace("127.0.0.1", "evil.example")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422})
    void aRefusal_rejectsTheCredentials(int status) {
        assertKind(Kind.CREDENTIALS_REJECTED, LoopbackServer.answering(Answer.json(status, "{\"error\":\"SECRET\"}")));
        assertKind(Kind.CREDENTIALS_REJECTED, LoopbackServer.answering(Answer.json(status, "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aServerInTrouble_isUnavailable(int status) {
        assertKind(Kind.UNAVAILABLE, LoopbackServer.answering(Answer.of(status, "text/plain", "SECRET")));
    }

    @Test
    void aServerThatIsGone_isUnavailable() {
        LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"));
        server.close();

        assertKind(Kind.UNAVAILABLE, server);
    }

    @Test
    void aServerWithoutTheEndpoint_isAConfigurationError() {
        assertThat(assertKind(Kind.CONFIGURATION, LoopbackServer.answering(Answer.of(404, "text/html", "SECRET"))))
                .hasMessageContaining("2025.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"summary\":\"Method Not Allowed\",\"detail\":\"SECRET\",\"code\":\"405000\"}}",
                "<tsResponse xmlns=\"http://tableau.com/api\"><error code=\"405000\"><summary/></error></tsResponse>",
                ""
            })
    void aWrongVerb_isAConfigurationError(String body) {
        assertThat(assertKind(Kind.CONFIGURATION, LoopbackServer.answering(Answer.json(405, body))))
                .hasMessageContaining("SERVER")
                .hasMessageContaining("pod");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirect_isAConfigurationErrorAndNotFollowed(int status) {
        try (LoopbackServer target = LoopbackServer.answering(Answer.json(200, "{}"))) {
            TableauException failure = assertKind(
                    Kind.CONFIGURATION, LoopbackServer.answering(Answer.redirect(status, target.at("/path?SECRET"))));

            assertThat(failure).hasMessageContaining("http://127.0.0.1:").hasMessageContaining("final https address");
            assertThat(target.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>SECRET</html>", "<!DOCTYPE html><html>SECRET</html>", "", "SECRET", "[]", "{\"a\":"})
    void a200ThatIsNoAnswer_isNotTableaus(String body) {
        assertThat(assertKind(Kind.NOT_TABLEAU, LoopbackServer.answering(Answer.of(200, "text/html", body))))
                .hasMessageContaining("SERVER");
    }

    @Test
    void tooManyRequests_areThrottledForAsLongAsTableauSays() {
        Answer answer = new Answer(429, Map.of("Retry-After", "7"), "");

        assertThat(assertKind(Kind.THROTTLED, LoopbackServer.answering(answer)).retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    private TableauException assertKind(Kind kind, LoopbackServer server) {
        try (server) {
            TableauException failure = catchThrowableOfType(
                    TableauException.class,
                    () -> authorization(server).refresh(Secret.of("SECRET-old"), "client", "SECRET-site"));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
            return failure;
        }
    }

    private TableauAuthorization authorization(LoopbackServer server) {
        return new TableauAuthorization(
                sender, new Json(), new TableauHosts(Optional.of(server.address())), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static LoopbackServer answeringGrant(Function<String, String> change) {
        return LoopbackServer.answering(received -> Answer.json(
                200,
                change.apply("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":7200,\"refresh_token\":\"SECRET-r\","
                        + "\"origin_host\":\"" + received.header("Host") + "\"}")));
    }
}
