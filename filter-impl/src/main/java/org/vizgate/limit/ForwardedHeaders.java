package org.vizgate.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What proxies wrote about where a request came from: one text for each hop, the nearest last; unreadable ones are empty. */
final class ForwardedHeaders {
    private static final String USUAL = "x-forwarded-for";
    private static final String STANDARD = "forwarded";
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)\\](?::\\d{1,5})?|([^:\\[\\]]+):\\d{1,5}");
    // RFC 7239 section 4: a token or a quoted string, in which a comma and a semicolon separate nothing.
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:([!#$%&'*+.^_`|~0-9A-Za-z:\\[\\]-]+)|\"([^\"\\\\]*)\")\\s*");

    private ForwardedHeaders() {}

    /** Whether a proxy said anything. */
    static boolean areIn(Function<String, List<String>> headers) {
        return !headers.apply(USUAL).isEmpty() || !headers.apply(STANDARD).isEmpty();
    }

    /**
     * The hops, or none if no proxy said anything. Where {@code Forwarded} and {@code X-Forwarded-For} are both there and
     * differ, one hop that cannot be read: a proxy writes one of them and passes the other one on as the client sent it,
     * and nobody can tell which.
     *
     * @param headers every value of the header with this name, which is in lower case
     */
    static List<String> hops(Function<String, List<String>> headers) {
        List<String> usual = usual(headers.apply(USUAL));
        List<String> standard = standard(headers.apply(STANDARD));
        if (usual.isEmpty() || standard.isEmpty()) {
            return usual.isEmpty() ? standard : usual;
        }
        return usual.equals(standard) ? usual : List.of("");
    }

    private static List<String> usual(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(hop -> withoutPort(hop.strip()))
                .toList();
    }

    private static List<String> standard(List<String> lines) {
        List<String> hops = new ArrayList<>();
        for (String line : lines) {
            Optional<List<String>> read = standard(line);
            if (read.isEmpty()) {
                hops.add("");
            }
            read.ifPresent(hops::addAll);
        }
        return hops;
    }

    // Empty if the line is not as RFC 7239 wants it.
    private static Optional<List<String>> standard(String line) {
        List<String> hops = new ArrayList<>();
        Matcher pair = PAIR.matcher(line);
        String hop = "";
        for (int at = 0; ; at = pair.end() + 1) {
            if (!pair.region(at, line.length()).lookingAt()) {
                return Optional.empty();
            }
            if (pair.group(1).toLowerCase(Locale.ROOT).equals("for")) {
                hop = withoutPort(pair.group(2) != null ? pair.group(2) : pair.group(3));
            }
            boolean isLast = pair.end() == line.length();
            if (isLast || line.charAt(pair.end()) == ',') {
                hops.add(hop);
                hop = "";
            }
            if (isLast) {
                return Optional.of(hops);
            }
            if (line.charAt(pair.end()) != ',' && line.charAt(pair.end()) != ';') {
                return Optional.empty();
            }
        }
    }

    private static String withoutPort(String node) {
        Matcher form = WITH_PORT.matcher(node);
        if (!form.matches()) {
            return node;
        }
        return form.group(1) != null ? form.group(1) : form.group(2);
    }
}
