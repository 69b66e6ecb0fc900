package org.vizgate.metrics;

/** What is counted. Each has many counts, by two names: what it was, and what came of it. */
public enum Counted {
    /** Events of the audit log, by the reason that is written there. */
    EVENTS("event", "reason"),
    /** Requests that we send to Tableau, and for the metadata documents of clients. */
    CALLS("call", "outcome"),
    /** Operations of the store of grants. */
    STORE("operation", "outcome");

    private final String kindLabel;
    private final String outcomeLabel;

    Counted(String kindLabel, String outcomeLabel) {
        this.kindLabel = kindLabel;
        this.outcomeLabel = outcomeLabel;
    }

    /** What the first name of a count is. */
    public String kindLabel() {
        return kindLabel;
    }

    /** What the second name of a count is. */
    public String outcomeLabel() {
        return outcomeLabel;
    }
}
