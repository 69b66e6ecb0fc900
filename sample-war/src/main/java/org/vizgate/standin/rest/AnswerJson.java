package org.vizgate.standin.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Renders an answer as JSON: attributes and children become members, entries of a list an array. */
final class AnswerJson {
    private AnswerJson() {}

    static String render(Answer root) {
        return object(root).toString();
    }

    private static JsonObject object(Answer element) {
        JsonObjectBuilder result = Json.createObjectBuilder();
        element.attributes().forEach(result::add);
        if (element.isList()) {
            addEntries(element, result);
        } else {
            element.children().forEach(child -> result.add(child.name(), value(child)));
            element.text().filter(text -> !text.isEmpty()).ifPresent(text -> result.add("value", text));
        }
        return result.build();
    }

    private static void addEntries(Answer list, JsonObjectBuilder result) {
        if (!list.children().isEmpty()) {
            JsonArrayBuilder entries = Json.createArrayBuilder();
            list.children().forEach(entry -> entries.add(value(entry)));
            result.add(list.children().get(0).name(), entries);
        }
    }

    private static JsonValue value(Answer element) {
        return element.attributes().isEmpty() && element.text().isPresent()
                ? Json.createValue(element.text().get())
                : object(element);
    }
}
