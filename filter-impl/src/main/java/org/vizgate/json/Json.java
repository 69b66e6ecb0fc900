package org.vizgate.json;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.spi.JsonbProvider;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;

import org.vizgate.lazy.Lazy;

/**
 * Reads and writes JSON. Safe for use by several threads; one is made for the life of a web application, because looking
 * up the providers costs more than the work.
 */
public final class Json implements AutoCloseable {
    private final JsonParserFactory parsers;
    private final JsonBuilderFactory builders;
    private final Lazy<Jsonb> writer;

    /** Finds the providers, so that one that is missing shows at start; the writer is made for the first who writes. */
    public Json() {
        JsonProvider provider = found(JsonProvider::provider);
        parsers = provider.createParserFactory(Map.of());
        builders = provider.createBuilderFactory(Map.of());
        JsonbProvider binding = found(JsonbProvider::provider);
        writer = new Lazy<>(() -> found(() -> binding.create()
                .withConfig(new JsonbConfig().withNullValues(false))
                .withProvider(provider)
                .build()));
    }

    /** Looks with the class loader of this class, not with the thread's: a gate may start, and first write, on any thread. */
    private static <T> T found(Supplier<T> search) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Json.class.getClassLoader());
        try {
            return search.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** @throws MalformedJsonException if {@code text} is not one JSON object, or repeats a member's name */
    public JsonFields read(String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            if (parser.next() != Event.START_OBJECT) {
                throw new MalformedJsonException("not a JSON object");
            }
            JsonFields fields = new JsonFields(object(parser));
            if (parser.hasNext()) {
                throw new MalformedJsonException("more than one JSON object");
            }
            return fields;
        } catch (MalformedJsonException e) {
            throw e;
        } catch (JsonException e) {
            throw new MalformedJsonException("not a JSON object");
        } catch (RuntimeException e) {
            // Parsson answers nesting that is too deep with a bare RuntimeException.
            throw new MalformedJsonException("not a JSON object that can be read");
        }
    }

    // Not the parser's own way to an object: of members with one name it keeps the last. How deep this goes the parser
    // bounds.
    private JsonObject object(JsonParser parser) {
        JsonObjectBuilder members = builders.createObjectBuilder();
        Set<String> names = new HashSet<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            if (!names.add(name)) {
                throw new MalformedJsonException("a name is repeated");
            }
            members.add(name, value(parser.next(), parser));
        }
        return members.build();
    }

    private JsonArray array(JsonParser parser) {
        JsonArrayBuilder elements = builders.createArrayBuilder();
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            elements.add(value(next, parser));
        }
        return elements.build();
    }

    private JsonValue value(Event start, JsonParser parser) {
        return switch (start) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> parser.getValue();
        };
    }

    /** The object as JSON: members in the map's order. No value is null. */
    public String write(Map<String, ?> object) {
        return writer.get().toJson(object);
    }

    @Override
    public void close() {
        try {
            Optional<Jsonb> made = writer.made();
            if (made.isPresent()) {
                made.get().close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("JSON Binding did not close", e);
        }
    }
}
