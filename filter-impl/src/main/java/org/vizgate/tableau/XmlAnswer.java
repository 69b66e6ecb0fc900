package org.vizgate.tableau;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.vizgate.json.MalformedJsonException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A {@code tsResponse} as the members its JSON twin would have: attributes and child elements become members, text beside
 * attributes becomes {@code value}. Of several children with one name, the first counts.
 */
final class XmlAnswer {
    private static final String XERCES = "http://apache.org/xml/features/";
    private static final int MAX_DEPTH = 8;

    private XmlAnswer() {}

    /** @throws MalformedJsonException if {@code text} is not XML, has a document type, or is not from Tableau */
    static Map<String, Object> members(String text) {
        Element root = parse(text);
        if (!"tsResponse".equals(root.getLocalName())) {
            throw new MalformedJsonException("XML, but no tsResponse");
        }
        return membersOf(root, 0);
    }

    private static Element parse(String text) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            // Without a handler of ours the parser prints errors to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new MalformedJsonException("markup that is no Tableau answer");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser cannot be made safe", e);
        }
    }

    /** The JDK's own parser, whatever the application brings; without document types there are no entities at all. */
    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(XERCES + "disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    private static Map<String, Object> membersOf(Element element, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            members.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        for (@Nullable Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && depth < MAX_DEPTH) {
                members.putIfAbsent(inner.getLocalName(), valueOf(inner, depth + 1));
            }
        }
        return members;
    }

    private static Object valueOf(Element element, int depth) {
        Map<String, Object> members = membersOf(element, depth);
        String text = element.getTextContent().strip();
        if (members.isEmpty()) {
            return text;
        }
        if (!text.isEmpty()) {
            members.putIfAbsent("value", text);
        }
        return members;
    }
}
