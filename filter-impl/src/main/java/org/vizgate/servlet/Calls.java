package org.vizgate.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Parameters;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes a {@link Call} of a request and of the address that it is counted as coming from. */
final class Calls {
    private static final int MAX_BODY = 64 * 1024;
    private static final int MAX_QUERY = 16 * 1024;

    private Calls() {}

    /** The path inside the web application, decoded by the container. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Everything but query and body: what an error page needs when those cannot be read. */
    static Call bare(HttpServletRequest request, String address, String correlationId) {
        return call(request, address, correlationId, Parameters.none(), "");
    }

    /** @throws OAuthException invalid_request, if query or body is too long or malformed */
    static Call whole(HttpServletRequest request, String address, String correlationId) throws IOException {
        String query = request.getQueryString();
        if (query != null && query.length() > MAX_QUERY) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the query is too long");
        }
        Parameters parsed = Parameters.parse(query);
        String body = request.getMethod().equals("POST") ? body(request, parsed) : "";
        return call(request, address, correlationId, parsed, body);
    }

    private static Call call(
            HttpServletRequest request, String address, String correlationId, Parameters query, String body) {
        return new Call(
                request.getMethod(),
                path(request),
                query,
                headers(request),
                cookies(request),
                body,
                address,
                correlationId,
                request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale());
    }

    private static String body(HttpServletRequest request, Parameters query) throws IOException {
        try (InputStream stream = request.getInputStream()) {
            byte[] bytes = stream.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new OAuthException(ErrorCode.INVALID_REQUEST, "the body is too long");
            }
            return bytes.length == 0 ? formReadBefore(request, query) : new String(bytes, UTF_8);
        }
    }

    // A filter in front of us may have asked for a parameter, and then the container has read the form.
    private static String formReadBefore(HttpServletRequest request, Parameters query) {
        List<String> pairs = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!query.has(name)) {
                Arrays.stream(values)
                        .map(value -> URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8))
                        .forEach(pairs::add);
            }
        });
        return String.join("&", pairs);
    }

    /** Every header, names in lower case. */
    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(
                    name.toLowerCase(Locale.ROOT), unused -> Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static Map<String, String> cookies(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                values.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return values;
    }
}
