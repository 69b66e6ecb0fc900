package org.vizgate.status;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

import org.vizgate.metrics.Counted;
import org.vizgate.metrics.Metrics;

/** The state of one gate at any moment. Safe for use by several threads. */
public final class GateStatus {
    /**
     * What stays as it is.
     *
     * @param version of the jar; empty if it does not say
     * @param store its name
     * @param keyIds of the keys that open access tokens, the issuing one first
     */
    public record Facts(String version, URI issuer, Instant started, String store, List<String> keyIds) {
        public Facts {
            keyIds = List.copyOf(keyIds);
        }
    }

    private final Facts facts;
    private final Metrics metrics;
    private final SortedMap<String, LongSupplier> gauges;
    private final Clock clock;

    /** @param gauges by name, which ends in {@code _total} if the value only grows; each is read when somebody looks */
    public GateStatus(Facts facts, Metrics metrics, Map<String, LongSupplier> gauges, Clock clock) {
        this.facts = facts;
        this.metrics = metrics;
        this.gauges = new TreeMap<>(gauges);
        this.clock = clock;
    }

    Facts facts() {
        return facts;
    }

    Duration uptime() {
        return Duration.between(facts.started(), clock.instant());
    }

    SortedMap<String, SortedMap<String, Long>> counts(Counted what) {
        return metrics.of(what);
    }

    SortedMap<String, Long> gauges() {
        SortedMap<String, Long> values = new TreeMap<>();
        gauges.forEach((name, gauge) -> values.put(name, gauge.getAsLong()));
        return values;
    }
}
