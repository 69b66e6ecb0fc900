package org.vizgate.status;

import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.Secret;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatusEndpointTest {
    private static final String SECRET = "p+%20:\u00e4";
    private static final StatusReaders READERS =
            new StatusReaders(Map.of("monitoring", Secret.of(SECRET), "other", Secret.of("another")));

    private final StatusEndpoint endpoint = new StatusEndpoint(TestStatus.ordinary(), READERS, TestKeys.JSON);

    private static TestCall asked() {
        return TestCall.get("/oauth/status").header("Authorization", basic("monitoring:" + SECRET));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static Reply answer(TestCall call, StatusEndpoint endpoint) {
        return endpoint.handle(call.call());
    }

    @Test
    void json_hasFactsCountsAndGauges() {
        Reply reply = answer(asked(), endpoint);

        assertThat(TestCall.header(reply, "Content-Type")).isEqualTo("application/json");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        JsonFields status = TestKeys.JSON.read(reply.body());
        assertThat(status.requiredText("version")).isEqualTo("1.2.3");
        assertThat(status.requiredText("issuer")).isEqualTo("https://gate.example/app");
        assertThat(status.requiredText("started")).isEqualTo("2026-05-04T10:00:00Z");
        assertThat(reply.body())
                .contains("\"uptime_seconds\":90")
                .contains("\"key_ids\":[\"key-1\",\"key-2\"]")
                .contains("\"events\":{\"client.registered\":{\"-\":1},\"token.issued\":{\"refresh_token\":2}}")
                .contains("\"calls\":{\"renewal\":{\"timed-out\":1}}")
                .contains("\"store_operations\":{\"find\":{\"done\":1}}")
                .contains("\"gauges\":{\"remembered_token_hits_total\":21,\"remembered_tokens\":7}");
    }

    /** The text format as prometheus.io describes it: HELP and TYPE before the lines of a name, which stay together. */
    @Test
    void prometheus_getsItsTextFormat() {
        Reply reply = answer(asked().query("format=prometheus"), endpoint);

        assertThat(TestCall.header(reply, "Content-Type")).startsWith("text/plain;version=0.0.4");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(reply.body())
                .contains("vizgate_info{version=\"1.2.3\",issuer=\"https://gate.example/app\",store=\"memory\"} 1\n")
                .contains("vizgate_start_time_seconds 1777888800\n")
                .contains("""
                        # TYPE vizgate_events_total counter
                        vizgate_events_total{event="client.registered",reason="-"} 1
                        vizgate_events_total{event="token.issued",reason="refresh_token"} 2
                        """)
                .contains("vizgate_calls_total{call=\"renewal\",outcome=\"timed-out\"} 1\n")
                .contains("# TYPE vizgate_remembered_tokens gauge\nvizgate_remembered_tokens 7\n")
                .contains(
                        "# TYPE vizgate_remembered_token_hits_total counter\nvizgate_remembered_token_hits_total 21\n")
                .endsWith("\n");
    }

    @Test
    void aPage_hasTheSameNumbers_andNothingThatRuns() {
        Reply reply = answer(asked().header("Accept", "text/html,application/xhtml+xml"), endpoint);

        assertThat(TestCall.header(reply, "Content-Type")).startsWith("text/html");
        assertThat(TestCall.header(reply, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(TestCall.header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(reply.body())
                .contains("<dt>token.issued</dt><dd>2 refresh_token</dd>")
                .contains("<dt>client.registered</dt><dd>1</dd>")
                .contains("<dt>remembered tokens</dt><dd>7</dd>")
                .contains("key-1, key-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8 | text/html",
                "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | text/plain",
                "text/plain | text/plain",
                "*/* | application/json",
                "application/json | application/json"
            })
    void acceptDecides_whenNoFormatIsNamed(String accept, String type) {
        Reply reply = answer(asked().header("Accept", accept), endpoint);

        assertThat(TestCall.header(reply, "Content-Type")).startsWith(type);
    }

    @Test
    void aFormatThatThereIsNot_isSaid() {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> answer(asked().query("format=xml"), endpoint))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer x",
                "Basic",
                "Basic !!!",
                "Basic bW9uaXRvcmluZw==",
                "Basic bW9uaXRvcmluZzo=",
                "Basic bm9ib2R5OmFub3RoZXI=",
                "Basic bW9uaXRvcmluZzphbm90aGVy"
            })
    void whoeverDoesNotProveThatTheyMay_isRefused(String authorization) {
        TestCall call = TestCall.get("/oauth/status");
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() ->
                        answer(authorization.isEmpty() ? call : call.header("Authorization", authorization), endpoint))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CLIENT));
    }

    @Test
    void twoHeaders_areRefused() {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> answer(asked().header("Authorization", basic("monitoring:x")), endpoint));
    }
}
