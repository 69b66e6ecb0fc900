package org.vizgate.standin.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP response, or the refusal to give any ({@link #HANG_UP}). Immutable. */
public final class Reply {
    /** Closes the connection without a word. */
    public static final Reply HANG_UP = new Reply(0, Map.of(), "");

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private Reply(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public static Reply text(int status, String body) {
        return of(status, "text/plain;charset=UTF-8", body);
    }

    /** A body with its media type, not to be stored by anyone: most answers carry a token or a name. */
    public static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of(), body)
                .with("Content-Type", contentType)
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** Sends a browser on. Browsers follow a 302 by GET, whatever the method was. */
    public static Reply redirect(URI target) {
        return empty(302).with("Location", target.toString()).with("Cache-Control", "no-store");
    }

    /** This reply with one more header; an earlier value of it is replaced. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
