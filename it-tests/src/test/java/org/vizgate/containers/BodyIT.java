package org.vizgate.containers;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A gate that looked into a body for a JSON-RPC call leaves it as it was, however the application reads it. */
@ContainerTest
class BodyIT {
    private static final URI ISSUER = GateWar.address("/body");
    private static final String READ = "tableau:content:read";
    private static final String CALL = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "%s", "text": "%s"}}""";

    @Deployment(testable = false)
    static WebArchive body() {
        return GateWar.at("/body")
                .set(
                        "OAUTH_SCOPE_RULES",
                        "POST /rpc/* tools/call:list = tableau:content:read; POST /rpc/* = tableau:content:write")
                .application()
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rpc/later", "/rpc/stream", "/rpc/reader"})
    void permittedCall_isReadAsItWasSent(String path) {
        // Longer than the pieces in which containers hand a body over, and with characters of several bytes.
        String call = CALL.formatted("list", "äß€".repeat(3_000));

        Answer answer = post(path, call);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rpc/later", "/rpc/stream", "/rpc/reader"})
    void permittedCallOfUnknownLength_isReadAsItWasSent(String path) {
        byte[] call = CALL.formatted("list", "ä".repeat(3_000)).getBytes(UTF_8);

        Answer answer = Http.send(
                "POST",
                URI.create(ISSUER + path),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(call)),
                "Content-Type",
                "application/json; charset=utf-8",
                "Authorization",
                "Bearer " + Callers.token(ISSUER, READ));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(new String(call, UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rpc/later", "/rpc/stream", "/rpc/reader"})
    void otherCall_isRefusedForItsScope(String path) {
        Answer answer = post(path, CALL.formatted("delete", ""));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge()).contains("insufficient_scope").contains("tableau:content:write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rpc/later", "/rpc/stream", "/rpc/reader"})
    void bodyOverTheBound_isRefusedUnlessAllScopesAreThere(String path) {
        String call = CALL.formatted("list", "x".repeat(70_000));

        assertThat(patiently(() -> post(path, call)).status()).isEqualTo(403);
        Answer answer = patiently(() -> post(path, call, Callers.token(ISSUER, READ + " tableau:content:write")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(call);
    }

    // A server that does not want the rest of a body closes the connection, and the client may just be using it again.
    private static Answer patiently(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException e) {
            return request.get();
        }
    }

    private static Answer post(String path, String body) {
        return post(path, body, Callers.token(ISSUER, READ));
    }

    private static Answer post(String path, String body, String token) {
        return Http.send(
                "POST",
                URI.create(ISSUER + path),
                "application/json; charset=utf-8",
                body,
                "Authorization",
                "Bearer " + token);
    }
}
