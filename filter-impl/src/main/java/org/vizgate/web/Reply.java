package org.vizgate.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An answer: status, headers, body. Immutable.
 *
 * @param headers in order; a name may come more than once ({@code Set-Cookie})
 * @param body sent as UTF-8; empty for none
 */
public record Reply(int status, List<Map.Entry<String, String>> headers, String body) {
    public Reply {
        headers = Collections.unmodifiableList(headers);
    }

    /** An answer without a body. */
    public static Reply of(int status) {
        return new Reply(status, List.of(), "");
    }

    public static Reply json(int status, String json) {
        return of(status).with("Content-Type", "application/json").withBody(json);
    }

    /** A redirect that turns any method into GET and tells the target nothing of where it came from. */
    public static Reply redirect(String location) {
        return of(303).with("Location", location)
                .with("Referrer-Policy", "no-referrer")
                .uncached();
    }

    /** As {@link #redirect(String)}. */
    public static Reply redirect(URI location) {
        return redirect(location.toString());
    }

    /** This answer with one more header. */
    public Reply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, more, body);
    }

    /** This answer with a cookie set. */
    public Reply with(SetCookie cookie) {
        return with("Set-Cookie", cookie.header());
    }

    /** This answer, never to be stored (RFC 6749 section 5.1). */
    public Reply uncached() {
        return with("Cache-Control", "no-store");
    }

    public Reply withBody(String text) {
        return new Reply(status, headers, text);
    }

    /** Shows neither headers nor body: each may hold a secret. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
