package org.vizgate.resource;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;

class OriginRulesTest {
    private final OriginRules rules =
            new OriginRules("https://gate.example", Set.of("https://app.example"), true, Set.of());
    private final OriginRules loopback = new OriginRules("http://localhost:8080", Set.of(), true, Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"https://gate.example", "https://app.example"})
    void ourOriginAndAllowedOnes_mayCall(String origin) {
        assertThat(rules.problem(origin, "gate.example")).isEmpty();
    }

    @Test
    void aRequestWithoutAnOrigin_mayCall() {
        assertThat(rules.problem(null, "gate.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "https://evil.example",
                "http://gate.example",
                "https://gate.example:8443",
                "https://gate.example.evil.example",
                "https://GATE.example",
                "https://gate.example/"
            })
    void anyOtherOrigin_isForeign(String origin) {
        assertThat(rules.problem(origin, "gate.example").orElseThrow()).contains("OAUTH_ALLOWED_ORIGINS");
    }

    /** A name server that points a stranger's name to this computer must not make a browser call here. */
    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void aLoopbackIssuer_isCalledByLoopbackNamesOnly(String host) {
        assertThat(loopback.problem(null, host).orElseThrow()).contains("OAUTH_ALLOWED_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080", "[::1]", "localhost"})
    void loopbackNames_areOurs(String host) {
        assertThat(loopback.problem(null, host)).isEmpty();
    }

    @Test
    void withoutAList_anyHostWillDo() {
        assertThat(rules.problem(null, "behind-the-proxy:8080")).isEmpty();
        assertThat(rules.problem(null, null)).isEmpty();
    }

    @Test
    void aListOfHosts_isTheOnlyOnesAndOurOwn() {
        OriginRules listed = new OriginRules("https://gate.example", Set.of(), true, Set.of("inner", "other:8080"));

        assertThat(listed.problem(null, "inner:9999")).isEmpty();
        assertThat(listed.problem(null, "other:8080")).isEmpty();
        assertThat(listed.problem(null, "gate.example")).isEmpty();
        assertThat(listed.problem(null, "other:9999")).isPresent();
        assertThat(listed.problem(null, "localhost")).isPresent();
        assertThat(listed.problem(null, "ate.example")).isPresent();
    }

    @Test
    void aReadableAnswer_namesTheOriginAndExposesTheChallenge() {
        Reply reply = rules.readable(Reply.of(401), "https://app.example");

        assertThat(TestCall.header(reply, "Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(TestCall.header(reply, "Vary")).isEqualTo("Origin");
        assertThat(TestCall.header(reply, "Access-Control-Expose-Headers")).contains("WWW-Authenticate");
        assertThat(TestCall.headers(reply, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void aPreflight_allowsTheHeadersOfMcp() {
        Reply reply = rules.preflight("https://app.example", "DELETE", "");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(TestCall.header(reply, "Access-Control-Allow-Methods")).isEqualTo("DELETE");
        assertThat(TestCall.header(reply, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "MCP-Protocol-Version", "Mcp-Session-Id", "Last-Event-ID");
    }

    /** MCP names such a header after a parameter of a tool, so no list can have them all. */
    @Test
    void aPreflight_allowsTheHeadersOfToolsThatAreAskedFor() {
        Reply reply = rules.preflight(
                "https://app.example", "POST", "authorization, mcp-param-region,Mcp-Param-x_1, x-other, mcp-param-a b");

        assertThat(TestCall.header(reply, "Access-Control-Allow-Headers"))
                .endsWith(", mcp-param-region, Mcp-Param-x_1")
                .doesNotContain("x-other", "a b");
    }

    @Test
    void corsThatIsOff_isTheApplications() {
        OriginRules off = new OriginRules("https://gate.example", Set.of(), false, Set.of());

        assertThat(off.isCors("https://gate.example")).isFalse();
        assertThat(rules.isCors("https://gate.example")).isTrue();
        assertThat(rules.isCors(null)).isFalse();
    }
}
