package org.vizgate.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vizgate.standin.Visitor.authorization;
import static org.vizgate.standin.Visitor.byToken;
import static org.vizgate.standin.Visitor.codeOf;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.exchange;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.Visitor.parametersOf;
import static org.vizgate.standin.Visitor.refresh;
import static org.vizgate.standin.credential.SampleCredentials.JO_TOKEN;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

class ControlTest {
    private static final String CURRENT = "/api/*/sessions/current";
    private static final String SIGN_IN = "/api/*/auth/signin";

    private final TableauStandIn tableau =
            TableauStandIn.builder().clock(new SetClock()).control(true).start();
    private final Visitor visitor = new Visitor(tableau);

    @AfterEach
    void close() {
        tableau.close();
    }

    @Test
    void aScriptedUrl_signsInAtOnce() {
        Map<String, String> parameters = authorization("standin_user", "jo@corp.example");
        parameters.put("standin_site", "sales");

        String code = codeOf(visitor.authorize(parameters));

        assertThat(json(visitor.token(exchange(code))).getString("access_token"))
                .endsWith("|" + SALES.luid());
    }

    @Test
    void aScriptedUrl_canDeny() {
        assertThat(parametersOf(visitor.authorize(authorization("standin_deny", "true"))))
                .containsEntry("error", "access_denied");
    }

    @Test
    void trouble_lastsAsOftenAsItWasAskedFor() {
        tableau.control().at("/api/**").times(2).unavailable();

        assertThat(visitor.get("/api/3.27/serverinfo").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/api/3.27/serverinfo").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/api/3.27/serverinfo").statusCode()).isEqualTo(200);
    }

    @Test
    void hangUp_givesNoAnswer() {
        tableau.control().at("/api/*/serverinfo").hangUp();

        assertThatThrownBy(() -> visitor.get("/api/3.27/serverinfo")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void htmlAndEmpty401_areNotTableausAnswers() {
        tableau.control().at("/api/*/serverinfo").times(1).html();
        HttpResponse<String> page = visitor.get("/api/3.27/serverinfo");
        tableau.control().at("/api/*/serverinfo").times(1).emptyUnauthorized();
        HttpResponse<String> empty = visitor.get("/api/3.27/serverinfo");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html");
        assertThat(empty.statusCode()).isEqualTo(401);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void unavailableAndTooManyRequests_sayWhenToComeBack() {
        tableau.control().at(SIGN_IN).times(1).unavailable(Duration.ofSeconds(7));
        HttpResponse<String> unavailable = visitor.signIn(byToken(JO_TOKEN), "sales");
        tableau.control().at(SIGN_IN).times(1).tooManyRequests(Duration.ofMinutes(2));
        HttpResponse<String> tooMany = visitor.signIn(byToken(JO_TOKEN), "sales");

        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("120");
        assertThat(visitor.signIn(byToken(JO_TOKEN), "sales").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirect_sendsTheCallerElsewhere(int status) {
        tableau.control().at(SIGN_IN).redirect(status, URI.create("https://127.0.0.1:1/api/3.27/auth/signin"));

        HttpResponse<String> reply = visitor.signIn(byToken(JO_TOKEN), "sales");

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Location")).hasValue("https://127.0.0.1:1/api/3.27/auth/signin");
        assertThat(tableau.control().sessions()).isZero();
    }

    @Test
    void signIns_areCountedLikeAnyCall() {
        visitor.signIn(byToken(JO_TOKEN), "sales");
        visitor.signIn("3.10", byToken(JO_TOKEN), "nowhere");

        assertThat(tableau.control().calls(SIGN_IN)).isEqualTo(2);
        assertThat(tableau.control().sessions()).isEqualTo(1);
    }

    @Test
    void overHttp_signInsCanBeTroubledCountedAndEnded() {
        String token = visitor.signedIn(byToken(JO_TOKEN), "sales");
        assertThat(order("sessions", "{}").body()).isEqualTo("{\"sessions\":1}");
        assertThat(order("sessions", "{\"user\":\"max@corp.example\"}").body()).isEqualTo("{\"sessions\":0}");

        order("revoke-pat", "{\"name\":\"sample-token\"}");
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");
        order("fault", "{\"path\":\"/api/*/auth/signin\",\"kind\":\"too-many-requests\",\"seconds\":3,\"times\":1}");
        assertThat(visitor.signIn(byToken(JO_TOKEN), "sales").headers().firstValue("Retry-After"))
                .hasValue("3");
        order("fault", "{\"path\":\"/api/*/auth/signin\",\"kind\":\"unavailable\",\"seconds\":4,\"times\":1}");
        assertThat(visitor.signIn(byToken(JO_TOKEN), "sales").headers().firstValue("Retry-After"))
                .hasValue("4");
        order(
                "fault",
                "{\"path\":\"/api/*/auth/signin\",\"kind\":\"redirect\",\"status\":308,\"target\":\"/x\",\"times\":1}");
        assertThat(visitor.signIn(byToken(JO_TOKEN), "sales").statusCode()).isEqualTo(308);
        assertThat(errorOf(visitor.signIn(byToken(JO_TOKEN), "sales"))).isEqualTo("401001");
    }

    @Test
    void slow_answersLate() {
        tableau.control().at("/api/**").slow(Duration.ofMillis(150));

        long start = System.nanoTime();
        assertThat(visitor.get("/api/3.27/serverinfo").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void endTrouble_endsIt() {
        tableau.control().at("/**").unavailable();
        tableau.control().endTrouble();

        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void sessions_canBeEndedByTokenByUserAndAll() {
        String first = visitor.accessTokenOf(JO_SALES);
        String second = visitor.accessTokenOf(JO_SALES);
        String other = visitor.accessTokenOf(MAX_SALES);

        tableau.control().endSession(first);
        assertThat(errorOf(visitor.rest("/sessions/current", first))).isEqualTo("401002");
        assertThat(visitor.rest("/sessions/current", second).statusCode()).isEqualTo(200);
        tableau.control().endSessionsOf(JO_SALES.name());
        assertThat(errorOf(visitor.rest("/sessions/current", second))).isEqualTo("401002");
        assertThat(visitor.rest("/sessions/current", other).statusCode()).isEqualTo(200);
        tableau.control().endAllSessions();
        assertThat(errorOf(visitor.rest("/sessions/current", other))).isEqualTo("401002");
    }

    @Test
    void aRefusedRefresh_leavesTheTokenGood() {
        String token = visitor.tokensOf(JO_SALES).getString("refresh_token");
        tableau.control().refuseNextRefreshes(1);

        assertThat(visitor.token(refresh(token, "sales")).statusCode()).isEqualTo(400);
        assertThat(visitor.token(refresh(token, "sales")).statusCode()).isEqualTo(200);
    }

    @Test
    void originHost_canBeAnother() {
        tableau.control().originHost("elsewhere.example");

        assertThat(visitor.tokensOf(JO_SALES).getString("origin_host")).isEqualTo("elsewhere.example");
    }

    @Test
    void calls_areCountedByPattern() {
        visitor.get("/api/3.27/sessions/current");
        visitor.get("/api/3.20/sessions/current");
        visitor.get("/api/3.27/serverinfo");

        assertThat(tableau.control().calls(CURRENT)).isEqualTo(2);
        assertThat(tableau.control().calls("/api/**")).isEqualTo(3);
    }

    @Test
    void reset_isAsIfJustStarted() {
        String token = visitor.accessTokenOf(JO_SALES);
        tableau.control().at("/api/**").unavailable();
        tableau.control().reset();

        assertThat(tableau.control().calls("/**")).isZero();
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");
    }

    @Test
    void overHttp_itDoesTheSame() {
        String token = visitor.accessTokenOf(JO_SALES);

        order("fault", "{\"path\":\"/api/*/sessions/current\",\"kind\":\"unavailable\",\"times\":1}");
        assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(503);
        order("end-sessions", "{\"user\":\"jo@corp.example\"}");
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");
        order("origin-host", "{\"host\":\"elsewhere.example\"}");
        order("refuse-refresh", "{}");
        order("old-refresh-tokens", "{\"good\":true}");
        String refreshToken = visitor.tokensOf(JO_SALES).getString("refresh_token");
        assertThat(visitor.token(refresh(refreshToken, "sales")).statusCode()).isEqualTo(400);
        assertThat(visitor.token(refresh(refreshToken, "sales")).statusCode()).isEqualTo(200);
        assertThat(visitor.token(refresh(refreshToken, "sales")).statusCode()).isEqualTo(200);

        assertThat(order("calls", "{\"path\":\"/api/*/sessions/current\"}").body())
                .isEqualTo("{\"calls\":2}");
        order("reset", "{}");
        assertThat(order("calls", "{\"path\":\"/**\"}").body()).isEqualTo("{\"calls\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"path\":1,\"kind\":\"slow\"}",
                "{\"path\":\"x\",\"kind\":\"slow\"}",
                "{\"path\":\"/\",\"kind\":\"rude\"}",
                "{\"path\":\"/\",\"kind\":\"redirect\"}",
                "{\"path\":\"/\",\"kind\":\"redirect\",\"target\":\"not an address\"}",
                "{\"path\":\"/\",\"kind\":\"slow\",\"millis\":-1}"
            })
    void anUnreadableOrder_is400(String body) {
        assertThat(visitor.postJson("/control/fault", body).statusCode()).isEqualTo(400);
    }

    @Test
    void anOrderThatIsNotJson_is415() {
        assertThat(visitor.post("/control/reset", "text/plain", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void anOrderUnderAForeignHostName_isRefused() throws IOException {
        URI address = tableau.address();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String request = "POST /control/reset HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void withoutControl_thereIsNone() {
        try (TableauStandIn plain = TableauStandIn.builder().start()) {
            assertThat(new Visitor(plain).postJson("/control/reset", "{}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aClosedStandIn_answersNoMore() {
        tableau.close();

        assertThatThrownBy(() -> visitor.get("/")).isInstanceOf(UncheckedIOException.class);
    }

    private HttpResponse<String> order(String name, String body) {
        HttpResponse<String> reply = visitor.postJson("/control/" + name, body);
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply;
    }
}
