// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.core.xml.SafeXml;
import java.util.Map;
import javax.xml.XMLConstants;
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

    private final GuardedReader in;
    private final Document document;

    UnknownElement(GuardedReader in) {
        this.in = in;
        this.document = DOM.createDocument(null, null, null);
        this.document.setStrictErrorChecking(false);
    }

    /** Reads the current element and moves to its end. */
    Element read() throws XMLStreamException {
        in.keep(DOCUMENT + in.namespacesInScope().size());
        Element root = element();
        for (Map.Entry<String, String> declared : in.namespacesInScope().entrySet()) {
            declare(root, declared.getKey(), declared.getValue());
        }
        document.appendChild(root);
        fill(root);
        return root;
    }

    private void fill(Element element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    append(text, element);
                    Element child = element();
                    for (int i = 0; i < in.getNamespaceCount(); i++) {
                        declare(child, in.getNamespacePrefix(i), in.getNamespaceURI(i));
                    }
                    element.appendChild(child);
                    fill(child);
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

    private Element element() {
        String namespace = in.getNamespaceURI();
        String name = in.getLocalName();
        Element element = namespace == null || namespace.isEmpty()
                ? document.createElementNS(null, name)
                : document.createElementNS(namespace, qualified(in.getPrefix(), name));
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.setAttributeNS(
                    in.getAttributeNamespace(i),
                    qualified(in.getAttributePrefix(i), in.getAttributeLocalName(i)),
                    in.getAttributeValue(i));
        }
        return element;
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
