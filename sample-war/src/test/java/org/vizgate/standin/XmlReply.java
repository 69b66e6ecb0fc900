package org.vizgate.standin;

import java.io.StringReader;
import java.net.http.HttpResponse;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads answers in XML. */
final class XmlReply {
    private XmlReply() {}

    /** The {@code tsResponse}. */
    static Element xml(HttpResponse<String> reply) throws Exception {
        return xml(reply.body());
    }

    static Element xml(String body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)))
                .getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://tableau.com/api");
        return root;
    }

    static Element element(Element parent, String name) {
        return (Element)
                parent.getElementsByTagNameNS("http://tableau.com/api", name).item(0);
    }
}
