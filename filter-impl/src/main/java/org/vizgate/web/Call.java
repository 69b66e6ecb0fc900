package org.vizgate.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a feature may know of a request.
 *
 * @param method the HTTP method, in upper case as it was sent
 * @param path the path inside the web application, decoded by the container, starting with {@code /}
 * @param query the parameters of the query string
 * @param headers every header, names in lower case, values in the order they were sent
 * @param cookies name to value; of several with one name, the first
 * @param body the body as text, or empty; never larger than the endpoints' bound
 * @param remoteAddress where the request comes from, for limits and logs
 * @param correlationId names this request in the log and on error pages
 */
public record Call(
        String method,
        String path,
        Parameters query,
        Map<String, List<String>> headers,
        Map<String, String> cookies,
        String body,
        String remoteAddress,
        String correlationId,
        Locale locale) {

    /** Every value of a header; {@code name} in any case. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Whether the body is of the media type {@code type}, whatever its parameters are. */
    public boolean isOf(String type) {
        @Nullable String contentType = header("content-type").orElse(null);
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String essence = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return essence.strip().equalsIgnoreCase(type);
    }

    /** Shows neither query, headers, cookies nor body: each may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path + " [" + correlationId + "]";
    }
}
