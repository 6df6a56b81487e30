// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The one parser for what comes from outside: no DOCTYPE, no comments, UTF-8 only, limited depth. */
final class SafeDom {

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ATTRIBUTES = 50;

    private SafeDom() {}

    /**
     * The document; comments are dropped and the text around them joined.
     *
     * @throws SAXException if it is not well-formed or has a DOCTYPE
     */
    static Document parse(byte[] xml) throws SAXException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            var source = new InputSource(new ByteArrayInputStream(xml));
            // A declaration of another encoding in the document must not change what the bytes mean.
            source.setEncoding(StandardCharsets.UTF_8.name());
            Document document = builder.parse(source);
            document.normalize();
            return document;
        } catch (IOException e) {
            throw new SAXException("not UTF-8", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of the platform does not know its own options", e);
        }
    }

    /** Whether the bytes hold a document type declaration, which no SAML message has. */
    static boolean hasDoctype(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8).contains("<!DOCTYPE");
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(element -> is(element, namespace, name))
                .toList();
    }

    static Optional<Element> child(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream().findFirst();
    }

    static boolean is(@Nullable Node node, String namespace, String name) {
        return node != null && namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(DISALLOW_DOCTYPE, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
        factory.setAttribute("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        return factory;
    }

    /** The default handler prints to the standard error stream. */
    private static final class Quiet extends DefaultHandler {
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
