package org.vizgate.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.it.ConformanceSuite.Check;

import static org.assertj.core.api.Assertions.assertThat;

/** The official conformance suite for MCP. Its checks are listed one by one: none may fail, warn, be skipped or go missing. */
@ExtendWith(ShowOutput.class)
class ConformanceIT {
    @BeforeAll
    static void suite() {
        ConformanceSuite.requireInstalled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/x"})
    @DisplayName("A1 A4 A5 A8 A28: the suite accepts the authorization server")
    void authorizationServer_conforms(String contextPath) throws IOException {
        try (Sample sample = Sample.builder().contextPath(contextPath).start()) {
            int port = freePort();
            OAuthClient client = OAuthClient.register(sample.base(), "http://127.0.0.1:" + port + "/callback");
            try (ConformanceSuite suite = ConformanceSuite.start(
                    "authorization",
                    "--url",
                    sample.base().toString(),
                    "--client-id",
                    client.id(),
                    "--resource",
                    sample.at("/mcp").toString(),
                    "-p",
                    String.valueOf(port),
                    "--spec-version",
                    "2026-07-28")) {
                walk(suite.authorizationRequest(), client);
                assertThat(suite.checks())
                        .extracting(Check::outcome)
                        .containsExactlyInAnyOrder(
                                "SUCCESS authorization-server-metadata",
                                "SUCCESS authorization-server-metadata-cimd",
                                "SUCCESS authorization-code-grant");
            }
        }
    }

    @Test
    @DisplayName("R28: the suite accepts the MCP server, which refuses other hosts and origins")
    void mcpServer_conforms() {
        try (TokenProxy proxy = TokenProxy.bind();
                Sample sample = Sample.builder()
                        .set("OAUTH_ALLOWED_ORIGINS", proxy.origin())
                        .start()) {
            URI mcp = sample.at("/mcp");
            String token = SignIn.of(OAuthClient.register(sample))
                    .with("resource", mcp.toString())
                    .tokens()
                    .access();
            URI server = proxy.serve(mcp, token);

            List<Check> checks = new ArrayList<>();
            for (String scenario : List.of("server-initialize", "ping", "tools-list", "dns-rebinding-protection")) {
                checks.addAll(checksOf(scenario, server));
            }

            assertThat(checks)
                    .extracting(Check::outcome)
                    .containsExactly(
                            "SUCCESS server-initialize",
                            // There are no sessions.
                            "INFO server-session-id-visible-ascii",
                            "SUCCESS wire-schema-valid",
                            "SUCCESS ping",
                            "SUCCESS wire-schema-valid",
                            "SUCCESS tools-list",
                            "SUCCESS tools-name-format",
                            "SUCCESS wire-schema-valid",
                            "SUCCESS localhost-host-rebinding-rejected",
                            "SUCCESS localhost-host-valid-accepted");
            assertThat(checks)
                    .filteredOn(check -> check.id().equals("localhost-host-rebinding-rejected"))
                    // Any 4xx pleases the suite; a refused token would too.
                    .allSatisfy(check -> assertThat(
                                    check.all().getJsonObject("details").getInt("statusCode"))
                            .isEqualTo(403));
        }
    }

    private static List<Check> checksOf(String scenario, URI server) {
        try (ConformanceSuite suite = ConformanceSuite.start(
                "server", "--url", server.toString(), "--scenario", scenario, "--spec-version", "2025-11-25")) {
            return suite.checks();
        }
    }

    /** What a person does at the address that the suite printed, up to the suite's own page. */
    private static void walk(URI authorizationRequest, OAuthClient client) {
        SignIn person = SignIn.of(client);
        Visitor browser = person.visitor();
        Answer consentPage = browser.get(authorizationRequest);
        Answer atCallback = browser.get(
                person.atTableau(person.decide(consentPage, "allow")).location());
        URI backAtClient = atCallback.location();
        assertThat(backAtClient.toString()).startsWith(client.redirectUri() + "?");
        assertThat(browser.get(backAtClient).status()).isEqualTo(200);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
