package org.vizgate.outbound;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.OutboundException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vizgate.outbound.TestFailures.failureOf;

class HttpSenderProxyTest {
    @Test
    void aPlainRequest_goesThroughTheProxy() {
        try (LoopbackServer proxy = LoopbackServer.answering(Answer.json(203, "{}"));
                HttpSender sender = TestSenders.through(proxy.address().toString())) {
            OutboundReply reply = sender.send(OutboundRequest.get(URI.create("http://tableau.invalid/path"), Map.of()));

            assertThat(reply.status()).isEqualTo(203);
            assertThat(proxy.onlyRequest().target()).isEqualTo("http://tableau.invalid/path");
        }
    }

    @Test
    void aProxyThatRefusesTheTunnel_doesNotAnswerForTheServer() throws Exception {
        try (RawServer proxy = new RawServer(
                        out -> RawServer.write(out, "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}"));
                HttpSender sender = TestSenders.through(proxy.address("http").toString())) {
            OutboundException failure = failureOf(sender, URI.create("https://tableau.invalid/path"));

            assertThat(failure).hasMessageContaining("TABLEAU_PROXY");
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void anHttpsRequest_goesThroughATunnelThatIsUsedAgain(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder.resolve("own.p12"), "dns:tableau.invalid");
        try (LoopbackServer server = LoopbackServer.overTls(certificate.context(), Answer.json(200, "{}"));
                TunnelProxy proxy = new TunnelProxy(server.address().getPort());
                HttpSender sender = TestSenders.through(proxy.address(), certificate.pem())) {
            OutboundRequest request = OutboundRequest.get(URI.create("https://tableau.invalid/path"), Map.of());

            assertThat(sender.send(request).status()).isEqualTo(200);
            assertThat(sender.send(request).status()).isEqualTo(200);
            assertThat(server.received())
                    .extracting(LoopbackServer.Received::target)
                    .containsExactly("/path", "/path");
            assertThat(proxy.tunnels()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:3128",
                "http://proxy",
                "http://user:word@proxy:3128",
                "http://proxy:3128/path",
                "proxy:3128"
            })
    void aProxyThatIsNoHostAndPort_isRefusedAtOnce(String proxy) {
        assertThatThrownBy(() -> TestSenders.through(proxy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TABLEAU_PROXY")
                .hasMessageNotContaining("word");
    }
}
