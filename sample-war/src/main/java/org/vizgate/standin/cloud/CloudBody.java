package org.vizgate.standin.cloud;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.vizgate.standin.http.Call;

/** The JSON object that a call brings, with the types its members ought to have; {@code null} is as good as absent. */
record CloudBody(JsonObject members) {
    private static final JsonReaderFactory JSON =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    static CloudBody parse(Call call) {
        if (!call.isOfType("application/json")) {
            throw new CloudFault(415, "The body must be application/json.");
        }
        try (JsonReader reader = JSON.createReader(new StringReader(call.body()))) {
            return new CloudBody(reader.readObject());
        } catch (JsonException e) {
            throw CloudFault.badRequest("The body is not a JSON object.");
        }
    }

    Optional<String> text(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw CloudFault.badRequest(name + " must be text.");
        });
    }

    String requiredText(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> CloudFault.badRequest(name + " is missing."));
    }

    Optional<List<String>> texts(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
                return array.getValuesAs(JsonString::getString);
            }
            throw CloudFault.badRequest(name + " must be a list of texts.");
        });
    }

    Optional<Boolean> bool(String name) {
        return member(name).map(value -> {
            if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                return value == JsonValue.TRUE;
            }
            throw CloudFault.badRequest(name + " must be true or false.");
        });
    }

    /** Without the values: some are secrets. */
    @Override
    public String toString() {
        return "CloudBody" + members.keySet();
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> value != JsonValue.NULL);
    }
}
