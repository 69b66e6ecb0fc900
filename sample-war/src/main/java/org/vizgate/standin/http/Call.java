package org.vizgate.standin.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/** One HTTP request, read as a whole. Immutable. */
public final class Call {
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_HEADER_CHARS = 32 * 1024;
    private static final int MAX_QUERY_CHARS = 16 * 1024;

    private final String method;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;
    private final InetAddress remote;
    private final Map<String, String> variables;

    private Call(
            String method,
            String path,
            String query,
            Headers headers,
            byte[] body,
            InetAddress remote,
            Map<String, String> variables) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.remote = remote;
        this.variables = variables;
    }

    static Call read(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1),
                exchange.getRemoteAddress().getAddress(),
                Map.of());
    }

    Call withVariables(Map<String, String> found) {
        return new Call(method, path, query, headers, body, remote, found);
    }

    public String method() {
        return method;
    }

    /** The path as it was sent, not decoded. */
    public String path() {
        return path;
    }

    /** The query as it was sent, empty when there is none. */
    public String query() {
        return query;
    }

    /** What stands in the gap {@code name} of the path; the route must have one. */
    public String variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** Every value of a header, in order; none when it was not sent. */
    public List<String> headers(String name) {
        List<String> values = headers.get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Whether the body is of this media type, whatever its parameters. */
    public boolean isOfType(String mediaType) {
        List<String> values = headers("Content-Type");
        return values.size() == 1
                && values.get(0)
                        .replaceFirst(";.*", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(mediaType);
    }

    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isFromLoopback() {
        return remote.isLoopbackAddress();
    }

    /** The status that refuses this call for its size, or 0. */
    int oversize() {
        if (query.length() > MAX_QUERY_CHARS) {
            return 414;
        }
        if (headers.entrySet().stream().mapToInt(Call::size).sum() > MAX_HEADER_CHARS) {
            return 431;
        }
        return body.length > MAX_BODY_BYTES ? 413 : 0;
    }

    private static int size(Map.Entry<String, List<String>> header) {
        return header.getKey().length()
                + header.getValue().stream().mapToInt(String::length).sum();
    }
}
