package org.vizgate.metrics;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;

import static org.assertj.core.api.Assertions.assertThat;

class CountedCallsTest {
    private static final OutboundRequest REQUEST = OutboundRequest.get(URI.create("https://tableau.example/"), Map.of())
            .as("sign-in");

    private final Metrics metrics = new Metrics();
    private final CountedCalls calls = new CountedCalls(metrics);

    @ParameterizedTest
    @CsvSource({
        "200, 2000, answered",
        "302, 1, answered",
        "200, 2001, slow",
        "401, 2001, refused",
        "499, 1, refused",
        "500, 1, failed"
    })
    void anAnswer_isCountedByWhatItIs(int status, long milliseconds, String outcome) {
        calls.answered(REQUEST, new OutboundReply(status, Map.of(), ""), Duration.ofMillis(milliseconds));

        assertThat(metrics.of(Counted.CALLS)).isEqualTo(Map.of("sign-in", Map.of(outcome, 1L)));
    }

    @Test
    void noAnswer_isCountedByItsReason() {
        calls.failed(REQUEST, OutboundException.Kind.TIMED_OUT);

        assertThat(metrics.of(Counted.CALLS)).isEqualTo(Map.of("sign-in", Map.of("timed-out", 1L)));
    }
}
