// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads XML that may be hostile. There is no document type, no entity and no XInclude, nothing is fetched from a file or the network, and
 * {@link XmlLimits} hold. Thread-safe.
 *
 * <p>What cannot be read is a {@link RejectedException}: {@code xml.doctype}, {@code xml.malformed} (also: cut off, or bytes that do not
 * fit the encoding), {@code xml.too_large} (bytes or attributes) or {@code xml.too_deep}. Its message says where, and never quotes the
 * document. If the stream itself fails, it is an {@link UncheckedIOException}. Streams given in are left open.
 *
 * @since 0.1
 */
public final class SafeXml {

    private static final SAXParserFactory SAX = saxFactory();
    private static final DOMImplementation DOM = domImplementation();

    private SafeXml() {}

    /** Reads a whole document within the default limits. */
    public static Document parse(InputStream in) {
        return parse(in, XmlLimits.defaults());
    }

    /** Reads a whole document within the default limits. */
    public static Document parse(byte[] content) {
        return parse(content, XmlLimits.defaults());
    }

    /** Reads a whole document. */
    public static Document parse(byte[] content, XmlLimits limits) {
        return parse(new ByteArrayInputStream(content), limits);
    }

    /**
     * Reads a whole document. The tree knows namespaces and has no comments: text on both sides of one is a single text node, so that
     * nobody reads only the first half of a signed value. CDATA becomes text. Processing instructions stay.
     */
    public static Document parse(InputStream in, XmlLimits limits) {
        Document document = newDocument();
        DomBuilder builder = new DomBuilder(document, limits);
        XMLReader reader = saxReader(builder);
        try {
            reader.parse(new InputSource(new LimitedStream(in, limits.maxBytes())));
            return document;
        } catch (SAXException | IOException | RuntimeException e) {
            throw Refusal.of(e, builder.where());
        }
    }

    /** The line of an element's start tag, if {@code parse} made the element. */
    public static OptionalInt line(Node element) {
        return element.getUserData(DomBuilder.LINE) instanceof Integer line
                ? OptionalInt.of(line)
                : OptionalInt.empty();
    }

    /** An empty document to be filled, with namespaces. */
    public static Document newDocument() {
        return DOM.createDocument(null, null, null);
    }

    /**
     * Reads a document piece by piece with the JDK's parser, for files too large for a tree. Failures come as {@link RejectedException},
     * never as {@link XMLStreamException}. Text may come in several pieces.
     */
    public static XMLStreamReader reader(InputStream in, XmlLimits limits) {
        return reader(jdkFactory(), in, limits);
    }

    /** Like {@link #reader(InputStream, XmlLimits)}, with a parser of one's own choice, which is hardened first. */
    public static XMLStreamReader reader(XMLInputFactory factory, InputStream in, XmlLimits limits) {
        return LimitedReader.open(harden(factory), new LimitedStream(in, limits.maxBytes()), limits);
    }

    /**
     * Switches off what is dangerous in any StAX parser. Its readers still report a document type as an event and know no limits;
     * {@link #reader(XMLInputFactory, InputStream, XmlLimits)} refuses both.
     *
     * @return the same factory
     * @throws ConfigurationException with code {@code xml.parser} if document types cannot be switched off
     */
    public static XMLInputFactory harden(XMLInputFactory factory) {
        set(factory, XMLInputFactory.SUPPORT_DTD, false);
        if (!Boolean.FALSE.equals(get(factory, XMLInputFactory.SUPPORT_DTD))) {
            throw new ConfigurationException(
                    "xml.parser",
                    "Document types cannot be switched off in "
                            + factory.getClass().getName() + "; use the JDK's StAX parser, Aalto or Woodstox");
        }
        set(factory, XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        set(factory, XMLInputFactory.IS_NAMESPACE_AWARE, true);
        set(factory, XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Aalto and Woodstox: meet a broken text in next(), not later in getText().
        set(factory, "com.ctc.wstx.lazyParsing", false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is fetched from elsewhere");
        });
        return factory;
    }

    /**
     * For XSLT and for writing trees: without external stylesheets, documents and extension functions. It reads a {@code StreamSource}
     * with the JDK's defaults, so hand it a {@code DOMSource} of {@link #parse} if the document is a stranger's.
     */
    public static TransformerFactory transformerFactory() {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (TransformerConfigurationException e) {
            throw missing("XSLT", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return factory;
    }

    /**
     * For XML Schema 1.0. Nothing is fetched: a schema of several files needs a resource resolver whose inputs carry the content and no
     * system id.
     */
    public static SchemaFactory schemaFactory() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory;
        } catch (SAXException e) {
            throw missing("XML Schema", e);
        }
    }

    /** A new parser for every document, so that nothing of one, such as its names, stays for the next. */
    private static XMLReader saxReader(DomBuilder builder) {
        try {
            XMLReader reader = newParser().getXMLReader();
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
            reader.setContentHandler(builder);
            reader.setEntityResolver(builder);
            reader.setErrorHandler(builder);
            return reader;
        } catch (ParserConfigurationException | SAXException e) {
            throw missing("SAX", e);
        }
    }

    /** Factories do not promise to be thread-safe. */
    private static SAXParser newParser() throws ParserConfigurationException, SAXException {
        synchronized (SAX) {
            return SAX.newSAXParser();
        }
    }

    /** Made once: every feature that a factory is given costs it a parser to try it out. */
    private static SAXParserFactory saxFactory() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // A document type is refused as soon as its name is read; should that ever fail, nothing is fetched all the
            // same.
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw missing("SAX", e);
        }
    }

    /** One object for the whole JVM, without a state of its own. */
    private static DOMImplementation domImplementation() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw missing("DOM", e);
        }
    }

    private static XMLInputFactory jdkFactory() {
        return harden(XMLInputFactory.newDefaultFactory());
    }

    private static void set(XMLInputFactory factory, String property, Object value) {
        try {
            factory.setProperty(property, value);
        } catch (IllegalArgumentException e) {
            // This parser does not know the property, or does not have what it switches off.
        }
    }

    private static Object get(XMLInputFactory factory, String property) {
        try {
            return factory.getProperty(property);
        } catch (IllegalArgumentException e) {
            return e;
        }
    }

    private static ConfigurationException missing(String what, Exception cause) {
        return new ConfigurationException(
                "xml.parser", "This Java has no usable " + what + "; use a complete one", cause);
    }
}
