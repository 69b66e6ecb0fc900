package org.vizgate.audit;

import java.lang.System.Logger;
import java.util.regex.Pattern;

/** A line of the audit log: {@code event=token.issued ref=… reason=… client=… user=…}. Immutable. */
public final class AuditRecord {
    private static final Logger LOG = System.getLogger("org.vizgate.audit");
    private static final int LONGEST_VALUE = 200;
    // What could end a line or a value: many of these were chosen by a client.
    private static final Pattern UNSAFE = Pattern.compile("[^\\x21-\\x7e]|=");

    private final AuditEvent event;
    private final String line;
    private final boolean isWanted;

    private AuditRecord(AuditEvent event, String line, boolean isWanted) {
        this.event = event;
        this.line = line;
        this.isWanted = isWanted;
    }

    /** @param reference names the request, in other logs and on error pages too */
    public static AuditRecord of(AuditEvent event, String reference) {
        return new AuditRecord(event, "event=" + event.wireName(), LOG.isLoggable(event.level()))
                .with("ref", reference);
    }

    /** This record and one more value; nothing that must stay secret, and no name of a person. */
    public AuditRecord with(String name, String value) {
        // A flood of requests that are refused must not cost more than it has to.
        if (!isWanted || value.isEmpty()) {
            return this;
        }
        String start = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return new AuditRecord(
                event, line + " " + name + "=" + UNSAFE.matcher(start).replaceAll("?"), true);
    }

    /** Why: lower-case words with hyphens or underscores between them, of a list that does not change. */
    public AuditRecord because(String reason) {
        return with("reason", reason);
    }

    public void write() {
        LOG.log(event.level(), line);
    }

    @Override
    public String toString() {
        return line;
    }
}
