package org.vizgate.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.OutboundException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.outbound.TestFailures.failureOf;

/** The time limit is shorter than the sender's deadline: a test that only ends by the deadline fails. */
@Timeout(5)
class HttpSenderTest {
    private final HttpSender sender = TestSenders.ordinary();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aPost_arrivesAsItWasWritten() {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            sender.send(OutboundRequest.post(
                    server.at("/a%20b?c=d%26"),
                    Map.of("X-Own", "1"),
                    new OutboundRequest.Body("application/x-www-form-urlencoded", "e=\u00fc")));

            Received received = server.onlyRequest();
            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.target()).isEqualTo("/a%20b?c=d%26");
            assertThat(received.header("X-Own")).isEqualTo("1");
            assertThat(received.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(received.header("User-Agent")).isEqualTo("vizgate");
            assertThat(received.body()).isEqualTo("e=\u00fc");
        }
    }

    @Test
    void aGet_asksForNothingThatWasNotSaid() {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            sender.send(OutboundRequest.get(server.address(), Map.of()));

            Received received = server.onlyRequest();
            assertThat(received.target()).isEqualTo("/");
            assertThat(received.headers().keySet()).containsExactlyInAnyOrder("Host", "Connection", "User-agent");
        }
    }

    @Test
    void theAnswer_hasItsHeadersInLowerCaseAndItsText() {
        Answer answer = new Answer(418, Map.of("Content-Type", "Text/Plain; charset=utf-8", "X-Own", "1"), "T\u00ea");
        try (LoopbackServer server = LoopbackServer.answering(answer)) {
            OutboundReply reply = sender.send(OutboundRequest.get(server.address(), Map.of()));

            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.body()).isEqualTo("T\u00ea");
            assertThat(reply.headers()).containsKey("x-own");
            assertThat(reply.header("X-OWN")).contains("1");
            assertThat(reply.mediaType()).isEqualTo("text/plain");
            assertThat(reply).hasToString("OutboundReply[418]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirect_isAnAnswerAndNotFollowed(int status) {
        try (LoopbackServer target = LoopbackServer.answering(Answer.json(200, "{}"));
                LoopbackServer server = LoopbackServer.answering(Answer.redirect(status, target.at("/stolen")))) {
            OutboundReply reply = sender.send(OutboundRequest.get(server.address(), Map.of("X-Tableau-Auth", "t")));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header("location")).contains(target.at("/stolen").toString());
            assertThat(target.received()).isEmpty();
        }
    }

    @Test
    void aCookie_isNotSentBack() {
        try (LoopbackServer server = LoopbackServer.answering(new Answer(200, Map.of("Set-Cookie", "a=b"), ""))) {
            sender.send(OutboundRequest.get(server.address(), Map.of()));
            sender.send(OutboundRequest.get(server.address(), Map.of()));

            assertThat(server.received())
                    .hasSize(2)
                    .allMatch(received -> received.header("Cookie").isEmpty());
        }
    }

    @Test
    void aChallenge_isAnAnswer() {
        Answer challenge = new Answer(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), "");
        try (LoopbackServer server = LoopbackServer.answering(challenge)) {
            OutboundReply reply = sender.send(OutboundRequest.get(server.address(), Map.of()));

            assertThat(reply.status()).isEqualTo(401);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void anUnavailableServer_isAskedOnce() {
        try (LoopbackServer server = LoopbackServer.answering(new Answer(503, Map.of("Retry-After", "0"), ""))) {
            assertThat(sender.send(OutboundRequest.get(server.address(), Map.of()))
                            .status())
                    .isEqualTo(503);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aConnectionThatEndsEarly_isBrokenAndNotRepeated() throws Exception {
        try (RawServer server = new RawServer(out -> {})) {
            OutboundException failure = failureOf(sender, server.address("http"));

            assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void somethingElseThanHttp_isBrokenAndNotRepeatedInTheMessage() throws Exception {
        try (RawServer server = new RawServer(out -> RawServer.write(out, "SECRET-BANNER\r\n\r\n".repeat(100)))) {
            OutboundException failure = failureOf(sender, server.address("http"));

            assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
            assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
        }
    }

    @Test
    void aPortWithoutServer_isUnreachable() throws Exception {
        URI address;
        try (RawServer server = new RawServer(out -> {})) {
            address = server.address("http");
        }
        OutboundException failure = failureOf(sender, URI.create(address + "path?query=SECRET"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining(address.getAuthority()).hasMessageContaining("SERVER");
        assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
    }

    @Test
    void aNameThatDoesNotExist_isUnreachable() {
        OutboundException failure = failureOf(sender, URI.create("http://no-such-host.invalid/"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no-such-host.invalid");
    }

    @Test
    void httpsToAPlainPort_isBroken() throws Exception {
        try (RawServer server = new RawServer(out -> RawServer.write(out, "HTTP/1.1 400 Bad\r\n\r\n"))) {
            assertThat(failureOf(sender, server.address("https")).kind()).isEqualTo(Kind.BROKEN);
        }
    }

    @Test
    void aBodyOfALengthThatIsTooLarge_isNotRead() throws Exception {
        try (RawServer server = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            RawServer.drip(out);
        })) {
            assertThat(failureOf(sender, server.address("http")).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void aBodyWithoutEnd_isTooLarge() throws Exception {
        try (RawServer server = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                RawServer.write(out, "400\r\n" + "x".repeat(1024) + "\r\n");
            }
        })) {
            assertThat(failureOf(sender, server.address("http")).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void aBodyOfExactlyTheLimit_isRead() {
        try (LoopbackServer server =
                LoopbackServer.answering(Answer.of(200, "text/plain", "x".repeat(TestSenders.MAX_BODY_BYTES)))) {
            assertThat(sender.send(OutboundRequest.get(server.address(), Map.of()))
                            .body())
                    .hasSize(TestSenders.MAX_BODY_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: SECRET\r\n", "SECRET"})
    void headersWithoutEnd_areTooLarge(String piece) throws Exception {
        try (RawServer server = new RawServer(out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.write(out, piece.repeat(100));
            }
        })) {
            OutboundException failure = failureOf(sender, server.address("http"));

            assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
        }
    }

    @Test
    void aCompressedAnswer_isRefused() {
        Answer answer = new Answer(200, Map.of("Content-Encoding", "gzip"), "squeezed");
        try (LoopbackServer server = LoopbackServer.answering(answer)) {
            assertThat(failureOf(sender, server.address()).kind()).isEqualTo(Kind.BROKEN);
        }
    }

    @Test
    void anAnswerWithoutBody_hasAnEmptyOne() {
        try (LoopbackServer server = LoopbackServer.answering(new Answer(204, Map.of(), ""))) {
            OutboundReply reply =
                    sender.send(new OutboundRequest("DELETE", server.address(), Map.of(), Optional.empty()));

            assertThat(reply.body()).isEmpty();
            assertThat(reply.mediaType()).isEmpty();
        }
    }

    @Test
    void everyExchange_isToldOnce_byTheNameOfTheRequest() {
        List<String> told = new ArrayList<>();
        ExchangeObserver observer = new ExchangeObserver() {
            @Override
            public void answered(OutboundRequest request, OutboundReply reply, Duration took) {
                told.add(request.call() + " " + reply.status() + " " + !took.isNegative());
            }

            @Override
            public void failed(OutboundRequest request, OutboundException.Kind kind) {
                told.add(request.call() + " " + kind);
            }
        };
        HttpSender.Options options = new HttpSender.Options(
                Duration.ofSeconds(10), TestSenders.MAX_BODY_BYTES, Optional.empty(), false, Optional.empty());
        try (HttpSender observed = new HttpSender(options, observer);
                LoopbackServer server = LoopbackServer.answering(Answer.json(503, "{}"));
                LoopbackServer large =
                        LoopbackServer.answering(Answer.json(200, "x".repeat(TestSenders.MAX_BODY_BYTES + 1)))) {
            observed.send(OutboundRequest.get(server.address(), Map.of()).as("sign-in"));
            assertThat(failureOf(observed, large.address()).kind()).isEqualTo(Kind.TOO_LARGE);
        }
        assertThat(told).containsExactly("sign-in 503 true", "other TOO_LARGE");
    }
}
