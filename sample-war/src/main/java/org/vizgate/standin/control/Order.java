package org.vizgate.standin.control;

import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.vizgate.standin.http.PathPattern;

/** What a control call asks for: the members of a JSON object, with the types they ought to have. */
record Order(JsonObject members) {
    /** The order cannot be carried out as written. */
    static final class Unreadable extends RuntimeException {
        private final String reason;

        Unreadable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static Order parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return new Order(reader.readObject());
        } catch (JsonException e) {
            throw new Unreadable("The body is not a JSON object");
        }
    }

    Optional<String> text(String name) {
        JsonValue value = members.get(name);
        if (value != null && !(value instanceof JsonString)) {
            throw new Unreadable(name + " must be text");
        }
        return Optional.ofNullable((JsonString) value).map(JsonString::getString);
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new Unreadable(name + " is missing"));
    }

    URI requiredUri(String name) {
        try {
            return URI.create(requiredText(name));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(name + " must be an address");
        }
    }

    String requiredPath() {
        String path = requiredText("path");
        if (!path.startsWith("/")) {
            throw new Unreadable("path must start with a slash");
        }
        return new PathPattern(path).toString();
    }

    OptionalInt number(String name) {
        JsonValue value = members.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof JsonNumber number && number.isIntegral() && number.doubleValue() >= 0) {
            return OptionalInt.of((int) Math.min(number.doubleValue(), Integer.MAX_VALUE));
        }
        throw new Unreadable(name + " must be a whole number, 0 or more");
    }

    boolean is(String name) {
        return members.get(name) == JsonValue.TRUE;
    }
}
