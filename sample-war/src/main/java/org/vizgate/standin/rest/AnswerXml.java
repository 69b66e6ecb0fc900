package org.vizgate.standin.rest;

import java.io.StringWriter;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Renders an answer as XML in Tableau's namespace. */
final class AnswerXml {
    private static final String NAMESPACE = "http://tableau.com/api";

    private AnswerXml() {}

    static String render(Answer root) {
        StringWriter result = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(result);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.setDefaultNamespace(NAMESPACE);
            write(root, writer, true);
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer cannot be written as XML", e);
        }
        return result.toString();
    }

    private static void write(Answer element, XMLStreamWriter writer, boolean isRoot) throws XMLStreamException {
        writer.writeStartElement(NAMESPACE, element.name());
        if (isRoot) {
            writer.writeDefaultNamespace(NAMESPACE);
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            writer.writeAttribute(attribute.getKey(), printable(attribute.getValue()));
        }
        writer.writeCharacters(printable(element.text().orElse("")));
        for (Answer child : element.children()) {
            write(child, writer, false);
        }
        writer.writeEndElement();
    }

    // XML 1.0 has no way to write most control characters, escaped or not.
    private static String printable(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
