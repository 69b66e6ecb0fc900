package org.vizgate.tableau;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes names and values as {@code application/x-www-form-urlencoded}, for a body or a query. */
final class Form {
    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** In the map's order. Spaces become {@code %20}, which every reader of queries understands. */
    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
