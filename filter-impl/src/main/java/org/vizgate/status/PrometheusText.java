package org.vizgate.status;

import org.vizgate.metrics.Counted;

/** The status in Prometheus' text format, version 0.0.4 (prometheus.io, "Exposition formats"). */
final class PrometheusText {
    static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private static final String PREFIX = "vizgate_";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {}

    static String of(GateStatus status) {
        PrometheusText page = new PrometheusText();
        GateStatus.Facts facts = status.facts();
        page.head("info", "gauge", "What stays as it is; the value is 1.");
        page.line(
                "info",
                label("version", facts.version()) + ","
                        + label("issuer", facts.issuer().toString()) + "," + label("store", facts.store()),
                1);
        page.head("start_time_seconds", "gauge", "When the web application started, in seconds since 1970.");
        page.line("start_time_seconds", "", facts.started().getEpochSecond());
        page.counts("events_total", "Events of the audit log, by reason.", Counted.EVENTS, status);
        page.counts("calls_total", "Calls to Tableau and for metadata documents of clients.", Counted.CALLS, status);
        page.counts("store_operations_total", "Operations of the store of grants.", Counted.STORE, status);
        status.gauges().forEach((name, value) -> {
            boolean isCount = name.endsWith("_total");
            page.head(name, isCount ? "counter" : "gauge", isCount ? "Since the start." : "Of this moment.");
            page.line(name, "", value);
        });
        return page.text.toString();
    }

    private void counts(String name, String help, Counted what, GateStatus status) {
        head(name, "counter", help);
        status.counts(what)
                .forEach((kind, outcomes) -> outcomes.forEach((outcome, count) ->
                        line(name, label(what.kindLabel(), kind) + "," + label(what.outcomeLabel(), outcome), count)));
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private void line(String name, String labels, long value) {
        text.append(PREFIX).append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    private static String label(String name, String value) {
        String safe = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "=\"" + safe + "\"";
    }
}
