package org.vizgate.json;

import java.io.StringReader;
import java.util.Map;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.spi.JsonbProvider;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;

/**
 * Reads and writes JSON. Safe for use by several threads; one is made for the life of a web application, because looking
 * up the providers costs more than the work.
 */
public final class Json implements AutoCloseable {
    private final JsonReaderFactory readers;
    private final JsonParserFactory parsers;
    private final Jsonb writer;

    /** Finds the providers with the class loader of this class, not with the thread's: a gate may start on any thread. */
    public Json() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Json.class.getClassLoader());
        try {
            JsonProvider provider = JsonProvider.provider();
            readers = provider.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
            parsers = provider.createParserFactory(Map.of());
            writer = JsonbProvider.provider()
                    .create()
                    .withConfig(new JsonbConfig().withNullValues(false))
                    .withProvider(provider)
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** @throws MalformedJsonException if {@code text} is not one JSON object, or repeats a member's name */
    public JsonFields read(String text) {
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            JsonFields fields = new JsonFields(reader.readObject());
            refuseMore(text);
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

    /** A reader stops behind the object and does not look further; only a parser does. */
    private void refuseMore(String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            parser.next();
            parser.skipObject();
            if (parser.hasNext()) {
                throw new MalformedJsonException("more than one JSON object");
            }
        }
    }

    /** The object as JSON: members in the map's order. No value is null. */
    public String write(Map<String, ?> object) {
        return writer.toJson(object);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (Exception e) {
            throw new IllegalStateException("JSON Binding did not close", e);
        }
    }
}
