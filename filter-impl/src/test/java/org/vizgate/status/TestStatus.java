package org.vizgate.status;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.vizgate.metrics.Counted;
import org.vizgate.metrics.Metrics;
import org.vizgate.testing.SetClock;

/** The status of a gate that did a few things in its first minute and a half. */
final class TestStatus {
    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

    private TestStatus() {}

    static GateStatus ordinary() {
        SetClock clock = new SetClock(START.plusSeconds(90));
        Metrics metrics = new Metrics();
        metrics.count(Counted.EVENTS, "token.issued", "refresh_token");
        metrics.count(Counted.EVENTS, "token.issued", "refresh_token");
        metrics.count(Counted.EVENTS, "client.registered", "-");
        metrics.count(Counted.CALLS, "renewal", "timed-out");
        metrics.count(Counted.STORE, "find", "done");
        return new GateStatus(
                new GateStatus.Facts(
                        "1.2.3", URI.create("https://gate.example/app"), START, "memory", List.of("key-1", "key-2")),
                metrics,
                Map.of("remembered_tokens", () -> 7, "remembered_token_hits_total", () -> 21),
                clock);
    }
}
