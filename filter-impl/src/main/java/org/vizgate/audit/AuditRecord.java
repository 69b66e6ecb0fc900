package org.vizgate.audit;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A line of the audit log: {@code event=token.issued ref=… reason=… client=… user=…}. Immutable. */
public final class AuditRecord {
    /** What events are counted under that have no reason. */
    static final String NO_REASON = "-";

    private static final int LONGEST_VALUE = 200;
    // What could end a line or a value: many of these were chosen by a client.
    private static final Pattern UNSAFE = Pattern.compile("[^\\x21-\\x7e]|=");

    private final AuditLog log;
    private final AuditEvent event;
    private final String line;
    private final String reason;
    private final boolean isWanted;

    AuditRecord(AuditLog log, AuditEvent event, String line, String reason, boolean isWanted) {
        this.log = log;
        this.event = event;
        this.line = line;
        this.reason = reason;
        this.isWanted = isWanted;
    }

    AuditEvent event() {
        return event;
    }

    String reason() {
        return reason;
    }

    /** This record and one more value; nothing that must stay secret, and no name of a person. */
    public AuditRecord with(String name, String value) {
        // A flood of requests that are refused must not cost more than it has to.
        if (!isWanted || value.isEmpty()) {
            return this;
        }
        String start = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return new AuditRecord(
                log, event, line + " " + name + "=" + UNSAFE.matcher(start).replaceAll("?"), reason, true);
    }

    /** As {@link #with(String, String)}; the value is asked for only if anybody wants the record. */
    public AuditRecord with(String name, Supplier<String> value) {
        return isWanted ? with(name, value.get()) : this;
    }

    /** Why: lower-case words with hyphens or underscores between them, of a list that does not change. */
    public AuditRecord because(String why) {
        return new AuditRecord(log, event, line, why, isWanted).with("reason", why);
    }

    public void write() {
        log.write(this);
    }

    @Override
    public String toString() {
        return line;
    }
}
