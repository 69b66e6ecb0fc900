package org.vizgate.audit;

import java.lang.System.Logger;

import org.vizgate.metrics.Counted;
import org.vizgate.metrics.Metrics;

/** Where events are written down, and counted: one for each web application. Safe for use by several threads. */
public final class AuditLog {
    private static final Logger LOG = System.getLogger("org.vizgate.audit");

    private final Metrics metrics;

    public AuditLog(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * The beginning of a record, which counts once it is written.
     *
     * @param reference names the request, in other logs and on error pages too
     */
    public AuditRecord record(AuditEvent event, String reference) {
        boolean isWanted = LOG.isLoggable(event.level());
        return new AuditRecord(this, event, "event=" + event.wireName(), AuditRecord.NO_REASON, isWanted)
                .with("ref", reference);
    }

    void write(AuditRecord record) {
        metrics.count(Counted.EVENTS, record.event().wireName(), record.reason());
        LOG.log(record.event().level(), record.toString());
    }
}
