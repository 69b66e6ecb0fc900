package org.vizgate.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, read one by one with the type they must have.
 *
 * <p>A null member counts as absent. Every method throws {@link MalformedJsonException} when a member is there and is of
 * another type. {@code toString} shows names only.
 */
public final class JsonFields {
    private static final double MAX_NUMBER = 1e15;
    private static final int MAX_DEPTH = 8;

    private final JsonObject object;

    JsonFields(JsonObject object) {
        this.object = object;
    }

    public Set<String> names() {
        return object.keySet();
    }

    public boolean has(String name) {
        return member(name) != null;
    }

    /** Whether the member is an object, for members that come in more than one form. */
    public boolean isObject(String name) {
        return member(name) instanceof JsonObject;
    }

    public Optional<String> text(String name) {
        JsonValue value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(textOf(value, name));
    }

    /** @throws MalformedJsonException if the member is absent, too */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> new MalformedJsonException(name + " is missing"));
    }

    /** An array of texts. */
    public Optional<List<String>> texts(String name) {
        JsonValue value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonArray array) {
            return Optional.of(
                    array.stream().map(element -> textOf(element, name)).toList());
        }
        throw new MalformedJsonException(name + " is not an array");
    }

    /** An array of texts, or one text in place of an array of one, as {@code aud} may be (RFC 7519 section 4.1.3). */
    public List<String> textOrTexts(String name) {
        JsonValue value = member(name);
        if (value instanceof JsonString text) {
            return List.of(text.getString());
        }
        return texts(name).orElse(List.of());
    }

    /** Seconds since 1970 (NumericDate of RFC 7519 section 2); fractions are cut off. */
    public Optional<Instant> instant(String name) {
        return number(name).map(Instant::ofEpochSecond);
    }

    /** A whole number; fractions are cut off. */
    public Optional<Long> number(String name) {
        JsonValue value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonNumber number) {
            double size = number.doubleValue();
            if (Math.abs(size) < MAX_NUMBER) {
                return Optional.of((long) size);
            }
        }
        throw new MalformedJsonException(name + " is not a number of a usable size");
    }

    public Optional<Boolean> flag(String name) {
        JsonValue value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
            return Optional.of(value.equals(JsonValue.TRUE));
        }
        throw new MalformedJsonException(name + " is neither true nor false");
    }

    public Optional<JsonFields> object(String name) {
        JsonValue value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonObject inner) {
            return Optional.of(new JsonFields(inner));
        }
        throw new MalformedJsonException(name + " is not an object");
    }

    /** An array of objects. */
    public Optional<List<JsonFields>> objects(String name) {
        JsonValue value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance)) {
            return Optional.of(array.stream()
                    .map(element -> new JsonFields((JsonObject) element))
                    .toList());
        }
        throw new MalformedJsonException(name + " is not an array of objects");
    }

    /**
     * All members as plain values: texts, numbers, booleans, lists and maps; null members are left out. For text that an
     * administrator has written: it is read by recursion, and strangers could write it too deep.
     *
     * @throws MalformedJsonException if it lies deeper than anybody would write it
     */
    public Map<String, Object> values() {
        return values(object, MAX_DEPTH);
    }

    private static Map<String, Object> values(JsonObject object, int depth) {
        if (depth == 0) {
            throw new MalformedJsonException("members lie too deep");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (!value.equals(JsonValue.NULL)) {
                values.put(name, plain(name, value, depth));
            }
        });
        return values;
    }

    private static Object plain(String name, JsonValue value, int depth) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> true;
            case FALSE -> false;
            case OBJECT -> values((JsonObject) value, depth - 1);
            case ARRAY -> list(name, (JsonArray) value, depth - 1);
            case NULL -> throw new MalformedJsonException(name + " has a null inside");
        };
    }

    private static List<Object> list(String name, JsonArray array, int depth) {
        if (depth == 0) {
            throw new MalformedJsonException("members lie too deep");
        }
        return array.stream().map(element -> plain(name, element, depth)).toList();
    }

    private static Object number(JsonNumber number) {
        return number.isIntegral() ? number.bigIntegerValue() : number.bigDecimalValue();
    }

    private @Nullable JsonValue member(String name) {
        JsonValue value = object.get(name);
        return value == null || value.equals(JsonValue.NULL) ? null : value;
    }

    private static String textOf(JsonValue value, String name) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new MalformedJsonException(name + " is not a text");
    }

    @Override
    public String toString() {
        return "JsonFields" + names();
    }
}
