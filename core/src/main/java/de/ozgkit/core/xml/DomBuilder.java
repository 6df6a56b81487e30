// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Makes a tree of what a SAX parser reports. Comments are left out, so that the text around them is one node and cannot be cut in two.
 */
final class DomBuilder extends DefaultHandler2 {

    static final String LINE = "ozgkit.line";

    private final Document document;
    private final Nesting nesting;
    private final StringBuilder text = new StringBuilder();
    private Node parent;
    private @Nullable Locator locator;

    DomBuilder(Document empty, XmlLimits limits) {
        this.document = empty;
        this.parent = empty;
        this.nesting = new Nesting(limits);
    }

    /** Where the parser is. */
    String where() {
        return locator == null ? "at its beginning" : Refusal.where(locator.getLineNumber(), locator.getColumnNumber());
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) {
        throw Refusal.doctype();
    }

    @Override
    public InputSource resolveEntity(
            @Nullable String name, @Nullable String publicId, @Nullable String baseUri, String systemId) {
        throw Refusal.doctype();
    }

    @Override
    public void startElement(String namespace, String localName, String name, Attributes attributes) {
        nesting.enter(attributes.getLength(), this::where);
        finishText();
        Element element = document.createElementNS(emptyToNull(namespace), name);
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getQName(i);
            element.setAttributeNS(namespace(attribute, attributes.getURI(i)), attribute, attributes.getValue(i));
        }
        if (locator != null) {
            element.setUserData(LINE, locator.getLineNumber(), null);
        }
        parent.appendChild(element);
        parent = element;
    }

    @Override
    public void endElement(String namespace, String localName, String name) {
        nesting.leave();
        finishText();
        parent = parent.getParentNode();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void processingInstruction(String target, @Nullable String data) {
        finishText();
        parent.appendChild(document.createProcessingInstruction(target, data == null ? "" : data));
    }

    @Override
    public void fatalError(SAXParseException failure) throws SAXParseException {
        throw failure;
    }

    private void finishText() {
        if (!text.isEmpty()) {
            parent.appendChild(document.createTextNode(text.toString()));
            text.setLength(0);
        }
    }

    private static @Nullable String namespace(String attribute, String reported) {
        return attribute.equals("xmlns") || attribute.startsWith("xmlns:")
                ? XMLConstants.XMLNS_ATTRIBUTE_NS_URI
                : emptyToNull(reported);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
