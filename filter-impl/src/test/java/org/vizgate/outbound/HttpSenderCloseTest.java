package org.vizgate.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.OutboundException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.outbound.TestFailures.failureOf;

@Timeout(20)
class HttpSenderCloseTest {
    @Test
    void afterClose_noThreadIsLeft() {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            Set<Thread> before = threads();
            try (HttpSender sender = TestSenders.ordinary()) {
                sender.send(OutboundRequest.get(server.address(), Map.of()));
                assertThat(threadsSince(before)).anyMatch(name -> name.startsWith("vizgate"));
            }
            assertThat(threadsSince(before))
                    .noneMatch(name -> name.startsWith("vizgate") || name.contains("httpclient"));
        }
    }

    @Test
    void afterClose_nothingIsSent() {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            HttpSender sender = TestSenders.ordinary();
            sender.close();
            sender.close();

            assertThat(failureOf(sender, server.address()).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void close_endsARequestThatIsUnderWay() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(out -> {
            arrived.countDown();
            RawServer.drip(out);
        })) {
            HttpSender sender = TestSenders.within(Duration.ofMinutes(5));
            URI address = server.address("http");
            CompletableFuture<OutboundException> failure =
                    CompletableFuture.supplyAsync(() -> failureOf(sender, address));
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

            sender.close();

            assertThat(failure.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static Set<String> threadsSince(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }
}
