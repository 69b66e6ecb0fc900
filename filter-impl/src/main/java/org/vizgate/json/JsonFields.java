package org.vizgate.json;

import java.time.Instant;
import java.util.List;
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
