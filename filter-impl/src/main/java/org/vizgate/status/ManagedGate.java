package org.vizgate.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.vizgate.metrics.Counted;

/** Shows a gate's state in JMX. */
final class ManagedGate implements GateMXBean {
    private final GateStatus status;

    ManagedGate(GateStatus status) {
        this.status = status;
    }

    @Override
    public String getVersion() {
        return status.facts().version();
    }

    @Override
    public String getIssuer() {
        return status.facts().issuer().toString();
    }

    @Override
    public String getStarted() {
        return status.facts().started().toString();
    }

    @Override
    public long getUptimeSeconds() {
        return status.uptime().toSeconds();
    }

    @Override
    public String getStore() {
        return status.facts().store();
    }

    @Override
    public List<String> getKeyIds() {
        return status.facts().keyIds();
    }

    @Override
    public Map<String, Long> getEvents() {
        return flat(Counted.EVENTS);
    }

    @Override
    public Map<String, Long> getCalls() {
        return flat(Counted.CALLS);
    }

    @Override
    public Map<String, Long> getStoreOperations() {
        return flat(Counted.STORE);
    }

    @Override
    public Map<String, Long> getGauges() {
        return status.gauges();
    }

    // A table inside a table is shown by few programs.
    private Map<String, Long> flat(Counted what) {
        Map<String, Long> all = new TreeMap<>();
        status.counts(what)
                .forEach(
                        (kind, outcomes) -> outcomes.forEach((outcome, count) -> all.put(kind + "/" + outcome, count)));
        return all;
    }
}
