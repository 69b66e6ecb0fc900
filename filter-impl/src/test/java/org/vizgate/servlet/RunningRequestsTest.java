package org.vizgate.servlet;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ServletRequest;

import org.junit.jupiter.api.Test;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

class RunningRequestsTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private static ServletRequest ended() {
        return (ServletRequest) Proxy.newProxyInstance(
                RunningRequestsTest.class.getClassLoader(),
                new Class<?>[] {ServletRequest.class},
                (proxy, method, arguments) -> false);
    }

    @Test
    void closing_waitsForTheLastRequest() throws Exception {
        RunningRequests running = new RunningRequests(LONG);
        running.begin();
        running.begin();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(running::close);
        running.end(ended());
        assertThat(closing).isNotDone();
        running.end(ended());

        closing.get(30, TimeUnit.SECONDS);
    }

    @Test
    void closing_doesNotWaitWhereNothingRuns() {
        RunningRequests running = new RunningRequests(LONG);
        running.begin();
        running.end(ended());

        running.close();
    }

    @Test
    void closing_doesNotWaitForEver_andSaysSo() {
        RunningRequests running = new RunningRequests(Duration.ofMillis(1));
        running.begin();
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            running.close();

            assertThat(log.text()).contains("1 requests are still running");
        }
    }
}
