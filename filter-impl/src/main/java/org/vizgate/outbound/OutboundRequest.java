package org.vizgate.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to send. Immutable.
 *
 * @param call what it is for, in the words of whoever counts calls; of a fixed list, and not sent
 * @param method the HTTP method in upper case
 * @param uri absolute, http or https, with a host and without user-info; its fragment is not sent
 * @param headers name to value; visible ASCII, so that no value can end its line and begin another
 */
public record OutboundRequest(String call, String method, URI uri, Map<String, String> headers, Optional<Body> body) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

    /** A text and its media type; sent as UTF-8. */
    public record Body(String contentType, String text) {
        public Body {
            requireValue("Content-Type", contentType);
            Objects.requireNonNull(text, "text");
        }

        /** Shows the media type only. */
        @Override
        public String toString() {
            return "Body[" + contentType + "]";
        }
    }

    /** @throws IllegalArgumentException if a part is not like that; the message shows no value */
    public OutboundRequest {
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
        require(TOKEN.matcher(method).matches(), "the method is no HTTP method");
        require(
                "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()),
                "not http or https");
        require(uri.getHost() != null && uri.getRawUserInfo() == null, "the address has no host, or names a user");
        headers.forEach(OutboundRequest::requireValue);
    }

    /** A request that has no name. */
    public OutboundRequest(String method, URI uri, Map<String, String> headers, Optional<Body> body) {
        this("other", method, uri, headers, body);
    }

    /** This request under the name of what it is for. */
    public OutboundRequest as(String what) {
        return new OutboundRequest(what, method, uri, headers, body);
    }

    /** A GET without a body. */
    public static OutboundRequest get(URI uri, Map<String, String> headers) {
        return new OutboundRequest("GET", uri, headers, Optional.empty());
    }

    /** A POST with a body. */
    public static OutboundRequest post(URI uri, Map<String, String> headers, Body body) {
        return new OutboundRequest("POST", uri, headers, Optional.of(body));
    }

    private static void requireValue(String name, String value) {
        require(TOKEN.matcher(name).matches(), "a header's name has characters it may not have");
        require(VALUE.matcher(value).matches(), "the header " + name + " has characters it may not have");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Method, scheme, host, port and path; neither query nor headers nor body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getRawPath();
    }
}
