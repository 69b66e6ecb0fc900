package org.vizgate.standin.rest;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

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
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of what a caller sent, without a trace of whether that was XML or JSON.
 *
 * <p>JSON is JSON only with its media type; a body without any is XML. Nothing may be there twice: two sites, or two
 * passwords, in one request have no meaning.
 */
record Given(Map<String, String> attributes, Map<String, Given> children) {
    private static final List<String> NAMESPACES = List.of("http://tableau.com/api", "http://tableausoftware.com/api");
    private static final JsonReaderFactory JSON =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    static Given parse(Call call) {
        try {
            if (call.isOfType("application/json")) {
                return ofJson(call.body());
            }
            if (call.headers("Content-Type").isEmpty()
                    || call.isOfType("text/xml")
                    || call.isOfType("application/xml")) {
                return ofXml(call.body());
            }
        } catch (JsonException | SAXException e) {
            throw RestFault.badRequest("The request body cannot be read.");
        }
        throw RestFault.badRequest("The request body is neither XML nor JSON.");
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    Optional<Given> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    private static Given empty() {
        return new Given(new HashMap<>(), new HashMap<>());
    }

    private static Given ofJson(String body) {
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            return of(reader.readObject());
        }
    }

    private static Given of(JsonObject object) {
        Given given = empty();
        object.forEach((name, value) -> {
            if (value instanceof JsonObject child) {
                given.children.put(name, of(child));
            } else if (value instanceof JsonArray) {
                throw RestFault.badRequest("%s must not be a list.".formatted(name));
            } else if (value != JsonValue.NULL) {
                given.attributes.put(name, value instanceof JsonString text ? text.getString() : value.toString());
            }
        });
        return given;
    }

    private static Given ofXml(String body) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            // No document type, and so no entities: nothing in a request may lead to a file or another server.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Element root =
                    builder.parse(new InputSource(new StringReader(body))).getDocumentElement();
            if (!root.getLocalName().equals("tsRequest") || !isTableaus(root)) {
                throw RestFault.badRequest("The request body is not a tsRequest.");
            }
            return of(root);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("XML in memory could not be read", e);
        }
    }

    private static Given of(Element element) {
        Given given = empty();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            given.attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && isTableaus(child)
                    && given.children.put(child.getLocalName(), of(child)) != null) {
                throw RestFault.badRequest("%s is there twice.".formatted(child.getLocalName()));
            }
        }
        return given;
    }

    /** Without the values: some are secrets. */
    @Override
    public String toString() {
        return "Given" + attributes.keySet() + children;
    }

    private static boolean isTableaus(Element element) {
        return element.getNamespaceURI() == null || NAMESPACES.contains(element.getNamespaceURI());
    }
}
