package org.vizgate.it;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import jakarta.json.JsonObject;

import com.sun.tools.attach.VirtualMachine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator can watch, from outside: the status page, and JMX as jconsole reads it. */
@ExtendWith(ShowOutput.class)
class StatusIT {
    private static final String SECRET = "a secret of the monitoring";
    private static Sample sample;

    @BeforeAll
    static void start() {
        sample = Sample.builder()
                .set("OAUTH_STATUS_PAGE", "on")
                .set("OAUTH_CLIENT_ID_SECRET_PAIRS", "monitoring:" + SECRET)
                .start();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void signInRefreshAndRefusal_areCounted_andNobodyIsNamed() {
        JsonObject before = status();
        OAuthClient client = OAuthClient.register(sample);
        Tokens first = SignIn.of(client).tokens();
        Tokens second = Tokens.of(client.refresh(first.refresh()));
        assertThat(client.whoami(second.access()).status()).isEqualTo(200);
        assertThat(client.whoami(second.access()).status()).isEqualTo(200);
        assertThat(client.whoami("nonsense").status()).isEqualTo(401);
        assertThat(client.refresh("nonsense").status()).isEqualTo(400);

        JsonObject after = status();

        assertThat(grown(before, after, "events", "client.registered", "-")).isEqualTo(1);
        assertThat(grown(before, after, "events", "consent.given", "-")).isEqualTo(1);
        assertThat(grown(before, after, "events", "sign-in.completed", "-")).isEqualTo(1);
        assertThat(grown(before, after, "events", "token.issued", "authorization_code"))
                .isEqualTo(1);
        assertThat(grown(before, after, "events", "token.issued", "refresh_token"))
                .isEqualTo(1);
        assertThat(grown(before, after, "events", "access.refused", "invalid_token"))
                .isEqualTo(1);
        assertThat(grown(before, after, "events", "request.refused", "invalid_grant"))
                .isEqualTo(1);
        assertThat(grown(before, after, "calls", "code-exchange", "answered")).isEqualTo(1);
        assertThat(grown(before, after, "calls", "renewal", "answered")).isEqualTo(1);
        assertThat(grown(before, after, "calls", "current-session", "answered")).isPositive();
        assertThat(grown(before, after, "store_operations", "insert", "done")).isPositive();
        assertThat(after.getJsonObject("gauges").getInt("remembered_tokens")).isPositive();
        assertThat(gauge(after, "remembered_token_misses_total") - gauge(before, "remembered_token_misses_total"))
                .isEqualTo(2);
        assertThat(gauge(after, "remembered_token_hits_total") - gauge(before, "remembered_token_hits_total"))
                .isEqualTo(1);
        assertThat(after.toString()).doesNotContain(SECRET, "jo@corp.example", first.access(), second.refresh());
    }

    @Test
    void withoutTheSecret_nothingIsShown() {
        Answer stranger = Http.get(sample.at("/oauth/status"));
        Answer guess = Http.get(sample.at("/oauth/status"), "Authorization", basic("monitoring:guess"));

        for (Answer answer : new Answer[] {stranger, guess}) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("www-authenticate")).startsWith("Basic ");
            assertThat(answer.body()).doesNotContain("started");
        }
    }

    @Test
    void prometheus_readsItsFormat() {
        Answer answer = Http.get(
                sample.at("/oauth/status"),
                "Authorization",
                basic("monitoring:" + SECRET),
                "Accept",
                "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1");

        assertThat(answer.header("content-type")).startsWith("text/plain");
        assertThat(answer.body().lines().filter(line -> !line.startsWith("# ")))
                .isNotEmpty()
                .allMatch(line -> line.matches("vizgate_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9]+"));
    }

    @Test
    @SuppressWarnings("BanJNDI") // The address is that of a process which this test has started.
    void jmx_showsTheSame() throws Exception {
        OAuthClient.register(sample);
        VirtualMachine process = VirtualMachine.attach(Long.toString(sample.pid()));
        String address = process.startLocalManagementAgent();
        process.detach();
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            MBeanServerConnection jmx = connector.getMBeanServerConnection();
            ObjectName gate = jmx.queryNames(new ObjectName("org.vizgate:type=Gate,*"), null).stream()
                    .findFirst()
                    .orElseThrow();

            assertThat(gate.getKeyProperty("context")).isEqualTo("\"/\"");
            assertThat(jmx.getAttribute(gate, "Issuer")).isEqualTo(sample.base().toString());
            assertThat(jmx.getAttribute(gate, "Store")).isEqualTo("memory");
            TabularData events = (TabularData) jmx.getAttribute(gate, "Events");
            assertThat((Long) events.get(new Object[] {"client.registered/-"}).get("value"))
                    .isPositive();
        }
    }

    private static JsonObject status() {
        Answer answer = Http.get(sample.at("/oauth/status"), "Authorization", basic("monitoring:" + SECRET));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        return answer.json();
    }

    private static int gauge(JsonObject status, String name) {
        return status.getJsonObject("gauges").getInt(name);
    }

    private static int grown(JsonObject before, JsonObject after, String what, String kind, String outcome) {
        return count(after, what, kind, outcome) - count(before, what, kind, outcome);
    }

    private static int count(JsonObject status, String what, String kind, String outcome) {
        JsonObject kinds = status.getJsonObject(what);
        return kinds.containsKey(kind) ? kinds.getJsonObject(kind).getInt(outcome, 0) : 0;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
