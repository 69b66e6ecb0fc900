package org.vizgate.standin.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with gaps: {@code {name}} and {@code *} stand for one segment, {@code **} for the rest of the path.
 *
 * <p>{@code /api/*}{@code /sessions/current} matches every version's current session; {@code /api/**} all of the API.
 */
public final class PathPattern {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}|\\*\\*|\\*");

    private final String text;
    private final Pattern regex;
    private final List<String> names = new ArrayList<>();

    /** Reads {@code text}, which starts with a slash. */
    public PathPattern(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path pattern starts with a slash: " + text);
        }
        this.text = text;
        this.regex = Pattern.compile(translate(text));
    }

    public boolean matches(String path) {
        return regex.matcher(path).matches();
    }

    /** What stands in the named gaps, or empty when {@code path} does not fit. */
    Optional<Map<String, String>> variables(String path) {
        Matcher matcher = regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(found);
    }

    private String translate(String pattern) {
        StringBuilder result = new StringBuilder();
        Matcher gap = GAP.matcher(pattern);
        int from = 0;
        while (gap.find()) {
            result.append(Pattern.quote(pattern.substring(from, gap.start()))).append(expression(gap));
            from = gap.end();
        }
        return result.append(Pattern.quote(pattern.substring(from))).toString();
    }

    private String expression(Matcher gap) {
        if (gap.group(1) != null) {
            names.add(gap.group(1));
            return "([^/]+)";
        }
        return gap.group().equals("**") ? ".*" : "[^/]+";
    }

    @Override
    public String toString() {
        return text;
    }
}
