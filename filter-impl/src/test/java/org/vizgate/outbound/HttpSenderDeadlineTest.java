package org.vizgate.outbound;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.OutboundException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vizgate.outbound.TestFailures.failureOf;

@Timeout(8)
class HttpSenderDeadlineTest {
    private final HttpSender sender = TestSenders.within(Duration.ofMillis(300));

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aBodyThatDrips_timesOut() throws Exception {
        try (RawServer server = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
            RawServer.drip(out);
        })) {
            OutboundException failure = failureOf(sender, server.address("http"));

            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(failure).hasMessageContaining("TABLEAU_REQUEST_TIMEOUT_MS");
        }
    }

    @Test
    void headersThatDrip_timeOut() throws Exception {
        try (RawServer server = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nX: ");
            RawServer.drip(out);
        })) {
            assertThat(failureOf(sender, server.address("http")).kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @Test
    void aTlsHandshakeThatDoesNotHappen_timesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("https://127.0.0.1:" + silent.getLocalPort());

            assertThat(failureOf(sender, address).kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @Test
    void aConnectionThatIsNotAccepted_timesOut() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket one = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket two = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(one.isConnected() && two.isConnected()).isTrue();
            URI address = URI.create("http://127.0.0.1:" + full.getLocalPort());

            assertThat(failureOf(sender, address).kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @Test
    void aShorterDeadlineOfOneRequest_countsForThatRequestOnly() throws Exception {
        try (HttpSender patient = TestSenders.ordinary();
                RawServer dripping = new RawServer(RawServer::drip);
                LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            OutboundRequest request = OutboundRequest.get(dripping.address("http"), Map.of());

            OutboundException failure =
                    catchThrowableOfType(OutboundException.class, () -> patient.send(request, Duration.ofMillis(200)));
            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(patient.send(OutboundRequest.get(server.address(), Map.of()))
                            .status())
                    .isEqualTo(200);
        }
    }
}
