package org.vizgate.credential;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies values that can be written as JSON, and refuses others. */
final class JsonValues {
    private static final int MAX_DEPTH = 8;

    private JsonValues() {}

    /** @throws IllegalArgumentException if something in it is no JSON value, or lies too deep */
    static Map<String, Object> copied(Map<String, ?> values) {
        return object(values, MAX_DEPTH);
    }

    private static Map<String, Object> object(Map<?, ?> values, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!(name instanceof String text) || text.isBlank()) {
                throw new IllegalArgumentException("a member without a name");
            }
            copy.put(text, value(text, value, depth));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object value(String name, Object value, int depth) {
        if (value instanceof String || value instanceof Boolean || isFinite(value)) {
            return value;
        }
        if (value instanceof List<?> list && depth > 0) {
            return list.stream().map(element -> value(name, element, depth - 1)).toList();
        }
        if (value instanceof Map<?, ?> map && depth > 0) {
            return object(map, depth - 1);
        }
        throw new IllegalArgumentException("the value of " + name + " cannot be written as JSON");
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }
}
