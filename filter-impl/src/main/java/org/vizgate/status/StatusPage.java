package org.vizgate.status;

import java.util.Map;
import java.util.SortedMap;

import org.vizgate.metrics.Counted;
import org.vizgate.page.Html;
import org.vizgate.page.Page;
import org.vizgate.page.Texts;
import org.vizgate.web.Reply;

/** The status as a page. In English only: the names are those that programs read. */
final class StatusPage {
    private final StringBuilder body = new StringBuilder();

    private StatusPage() {}

    static Reply of(GateStatus status, Texts texts) {
        GateStatus.Facts facts = status.facts();
        StatusPage page = new StatusPage();
        page.begin();
        page.row("Version", facts.version().isEmpty() ? "unknown" : facts.version());
        page.row("Issuer", facts.issuer().toString());
        page.row("Started", facts.started().toString());
        page.row("Store", facts.store());
        page.row("Keys", String.join(", ", facts.keyIds()));
        status.gauges().forEach((name, value) -> page.row(name.replace('_', ' '), Long.toString(value)));
        page.end();
        page.counts("Events", status.counts(Counted.EVENTS));
        page.counts("Calls", status.counts(Counted.CALLS));
        page.counts("Store", status.counts(Counted.STORE));
        return Page.reply(200, texts, "Vizgate", page.body.toString());
    }

    private void counts(String title, SortedMap<String, SortedMap<String, Long>> counts) {
        body.append("<h2>").append(title).append("</h2>\n");
        if (counts.isEmpty()) {
            body.append("<p>None yet.</p>\n");
            return;
        }
        begin();
        counts.forEach((kind, outcomes) -> row(kind, shown(outcomes)));
        end();
    }

    private static String shown(SortedMap<String, Long> outcomes) {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, Long> outcome : outcomes.entrySet()) {
            all.append(all.isEmpty() ? "" : ", ").append(outcome.getValue());
            if (!outcome.getKey().equals("-")) {
                all.append(' ').append(outcome.getKey());
            }
        }
        return all.toString();
    }

    private void begin() {
        body.append("<dl>\n");
    }

    private void row(String name, String value) {
        body.append("<div><dt>")
                .append(Html.escaped(name))
                .append("</dt><dd>")
                .append(Html.escaped(value))
                .append("</dd></div>\n");
    }

    private void end() {
        body.append("</dl>\n");
    }
}
