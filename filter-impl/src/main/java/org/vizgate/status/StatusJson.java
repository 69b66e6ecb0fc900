package org.vizgate.status;

import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.metrics.Counted;

/** The status as the members of a JSON object. */
final class StatusJson {
    private StatusJson() {}

    static Map<String, Object> of(GateStatus status) {
        GateStatus.Facts facts = status.facts();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", facts.version());
        members.put("issuer", facts.issuer().toString());
        members.put("started", facts.started().toString());
        members.put("uptime_seconds", status.uptime().toSeconds());
        members.put("store", facts.store());
        members.put("key_ids", facts.keyIds());
        members.put("events", status.counts(Counted.EVENTS));
        members.put("calls", status.counts(Counted.CALLS));
        members.put("store_operations", status.counts(Counted.STORE));
        members.put("gauges", status.gauges());
        return members;
    }
}
