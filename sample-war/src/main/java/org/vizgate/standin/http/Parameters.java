package org.vizgate.standin.http;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The parameters of a query or a form. Immutable. */
public final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads {@code name=value&...}. A percent sign without its two digits is taken as it stands. */
    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
            }
        }
        return new Parameters(values);
    }

    /** The value of {@code name}, if it was sent exactly once. */
    public Optional<String> one(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The value of {@code name}, or nothing when it is missing, repeated or empty. */
    public Optional<String> filled(String name) {
        return one(name).filter(value -> !value.isEmpty());
    }

    public boolean is(String name, String value) {
        return one(name).filter(value::equals).isPresent();
    }

    /** Whether any parameter was sent more than once, which OAuth forbids (RFC 6749 section 3.1). */
    public boolean hasRepeated() {
        return values.values().stream().anyMatch(list -> list.size() > 1);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
