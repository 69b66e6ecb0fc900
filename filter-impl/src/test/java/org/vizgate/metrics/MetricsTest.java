package org.vizgate.metrics;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void counts_areKeptByKindAndOutcome() {
        metrics.count(Counted.CALLS, "sign-in", "answered");
        metrics.count(Counted.CALLS, "sign-in", "answered");
        metrics.count(Counted.CALLS, "sign-in", "refused");
        metrics.count(Counted.STORE, "find", "done");

        assertThat(metrics.of(Counted.CALLS)).isEqualTo(Map.of("sign-in", Map.of("answered", 2L, "refused", 1L)));
        assertThat(metrics.of(Counted.STORE)).isEqualTo(Map.of("find", Map.of("done", 1L)));
        assertThat(metrics.of(Counted.EVENTS)).isEmpty();
    }

    @Test
    void whatWasShown_staysAsItWas() {
        metrics.count(Counted.STORE, "find", "done");
        Map<String, ?> before = metrics.of(Counted.STORE);
        metrics.count(Counted.STORE, "find", "done");

        assertThat(before).isEqualTo(Map.of("find", Map.of("done", 1L)));
    }

    /** Names come from our code. If a stranger ever chose one, a million of them must not fill the memory. */
    @Test
    void moreNamesThanThereCanBe_areCountedTogether() {
        for (int i = 0; i < Metrics.MOST_NAMES + 50; i++) {
            metrics.count(Counted.EVENTS, "access.refused", "reason-" + i);
            metrics.count(Counted.EVENTS, "event-" + i, "-");
        }

        assertThat(metrics.of(Counted.EVENTS)).hasSize(Metrics.MOST_NAMES + 1);
        assertThat(metrics.of(Counted.EVENTS).get("access.refused"))
                .hasSize(Metrics.MOST_NAMES + 1)
                .containsEntry("other", 50L);
    }
}
