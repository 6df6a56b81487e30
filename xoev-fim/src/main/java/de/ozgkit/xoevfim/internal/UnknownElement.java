// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.core.xml.SafeXml;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Keeps an element that no class knows, as DOM with all namespaces that are declared around it: its texts may use their prefixes. */
final class UnknownElement {

    private static final DOMImplementation DOM = SafeXml.newDocument().getImplementation();

    // As many elements as a document takes the place of.
    private static final int DOCUMENT = 10;

    /** The start tag of an element. */
    record Start(@Nullable String namespace, @Nullable String prefix, String name, Map<QName, String> attributes) {}

    private final GuardedReader in;
    private final Document document;

    UnknownElement(GuardedReader in) {
        this.in = in;
        this.document = DOM.createDocument(null, null, null);
        this.document.setStrictErrorChecking(false);
    }

    /** The start tag of the current element. */
    static Start start(GuardedReader in) {
        int count = in.getAttributeCount();
        Map<QName, String> attributes = count == 0 ? Map.of() : new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(in.getAttributeName(i), in.getAttributeValue(i));
        }
        return new Start(in.getNamespaceURI(), in.getPrefix(), in.getLocalName(), attributes);
    }

    /** Reads the current element and moves to its end. */
    Element read() throws XMLStreamException {
        Element root = root(element());
        fill(root);
        return root;
    }

    /** Keeps an element whose start tag and first text were read already, and moves to its end. */
    Element rest(Start start, String text) throws XMLStreamException {
        Element root = root(element(start.namespace, start.prefix, start.name));
        start.attributes.forEach((name, value) ->
                root.setAttributeNS(name.getNamespaceURI(), qualified(name.getPrefix(), name.getLocalPart()), value));
        append(new StringBuilder(text), root);
        if (in.isStartElement()) {
            child(root);
            fill(root);
        }
        return root;
    }

    private Element root(Element root) {
        in.keep(DOCUMENT + in.namespacesInScope().size());
        for (Map.Entry<String, String> declared : in.namespacesInScope().entrySet()) {
            declare(root, declared.getKey(), declared.getValue());
        }
        document.appendChild(root);
        return root;
    }

    private void fill(Element element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    append(text, element);
                    child(element);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    append(text, element);
                    return;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text.append(
                        in.getText());
                default -> {}
            }
        }
    }

    private void child(Element parent) throws XMLStreamException {
        Element child = element();
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            declare(child, in.getNamespacePrefix(i), in.getNamespaceURI(i));
        }
        parent.appendChild(child);
        fill(child);
    }

    private Element element() {
        Element element = element(in.getNamespaceURI(), in.getPrefix(), in.getLocalName());
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.setAttributeNS(
                    in.getAttributeNamespace(i),
                    qualified(in.getAttributePrefix(i), in.getAttributeLocalName(i)),
                    in.getAttributeValue(i));
        }
        return element;
    }

    private Element element(@Nullable String namespace, @Nullable String prefix, String name) {
        return namespace == null || namespace.isEmpty()
                ? document.createElementNS(null, name)
                : document.createElementNS(namespace, qualified(prefix, name));
    }

    private void append(StringBuilder text, Element element) {
        if (text.length() > 0) {
            element.appendChild(document.createTextNode(text.toString()));
            text.setLength(0);
        }
    }

    private static void declare(Element element, @Nullable String prefix, @Nullable String uri) {
        boolean none = prefix == null || prefix.isEmpty();
        element.setAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI, none ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
