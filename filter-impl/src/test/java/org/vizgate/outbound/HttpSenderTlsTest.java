package org.vizgate.outbound;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.OutboundException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vizgate.outbound.TestFailures.failureOf;

class HttpSenderTlsTest {
    private static final Answer OK = Answer.json(200, "{}");

    private static TestCertificate own;
    private static TestCertificate ofAnotherHost;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        own = TestCertificate.make(folder.resolve("own.p12"), "ip:127.0.0.1");
        ofAnotherHost = TestCertificate.make(folder.resolve("other.p12"), "dns:other.example");
    }

    @Test
    void anOwnCertificate_isNotTrusted() throws Exception {
        try (HttpSender sender = TestSenders.ordinary();
                LoopbackServer server = LoopbackServer.overTls(own.context(), OK)) {
            OutboundException failure = failureOf(sender, server.address());

            assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(failure)
                    .hasMessageContaining("TABLEAU_CA_CERTIFICATES")
                    .hasMessageContaining(server.address().getAuthority());
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void anOwnCertificateThatIsConfigured_isTrusted() throws Exception {
        try (HttpSender sender = TestSenders.trusting("# ours\n" + own.pem() + "\n" + ofAnotherHost.pem());
                LoopbackServer server = LoopbackServer.overTls(own.context(), OK)) {
            assertThat(statusOf(sender, server.address())).isEqualTo(200);
        }
    }

    @Test
    void anotherOwnCertificate_isNotTrusted() throws Exception {
        try (HttpSender sender = TestSenders.trusting(ofAnotherHost.pem());
                LoopbackServer server = LoopbackServer.overTls(own.context(), OK)) {
            assertThat(failureOf(sender, server.address()).kind()).isEqualTo(Kind.UNTRUSTED);
        }
    }

    @Test
    void anOwnCertificate_isAddedToTheTrustAnchorsOfTheJvm() {
        assertThat(TrustAnchors.ofJvmAnd(own.pem()))
                .containsAll(TrustAnchors.ofJvm())
                .hasSizeGreaterThan(TrustAnchors.ofJvm().size());
        assertThat(TrustAnchors.ofJvm()).isNotEmpty();
    }

    @Test
    void aCertificateForAnotherHost_isRefusedThoughTrusted() throws Exception {
        try (HttpSender sender = TestSenders.trusting(ofAnotherHost.pem());
                LoopbackServer server = LoopbackServer.overTls(ofAnotherHost.context(), OK)) {
            OutboundException failure = failureOf(sender, server.address());

            assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(failure).hasMessageContaining("another name");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void withoutVerification_anyChainIsTrusted() throws Exception {
        try (HttpSender sender = TestSenders.unchecked();
                LoopbackServer server = LoopbackServer.overTls(own.context(), OK)) {
            assertThat(statusOf(sender, server.address())).isEqualTo(200);
        }
    }

    @Test
    void withoutVerification_aCertificateForAnotherHostIsRefused() throws Exception {
        try (HttpSender sender = TestSenders.unchecked();
                LoopbackServer server = LoopbackServer.overTls(ofAnotherHost.context(), OK)) {
            assertThat(failureOf(sender, server.address()).kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aFileWithoutCertificate_isRefusedAtOnce() {
        assertThatThrownBy(() -> TestSenders.trusting("no certificate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TABLEAU_CA_CERTIFICATES")
                .hasMessageContaining("BEGIN CERTIFICATE");
    }

    @Test
    void aDamagedCertificate_isRefusedAtOnce() {
        String damaged = own.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

        assertThatThrownBy(() -> TestSenders.trusting(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("certificate 2");
    }

    private static int statusOf(HttpSender sender, URI address) {
        return sender.send(OutboundRequest.get(address, Map.of())).status();
    }
}
