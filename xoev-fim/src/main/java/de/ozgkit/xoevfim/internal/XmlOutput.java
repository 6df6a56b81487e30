// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.core.TransportException;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.xoev.XoevElement;
import de.ozgkit.xoevfim.xoev.XoevElement.Kind;
import jakarta.xml.bind.Binder;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes bound objects, unknown elements at the places where they stood. */
public final class XmlOutput {

    // To find and set up these takes longer than to write a small object. The first has no state; the second is not
    // thread-safe, but its transformers are independent of each other.
    private static final DOMImplementation DOCUMENTS = SafeXml.newDocument().getImplementation();
    private static final TransformerFactory TRANSFORMERS = SafeXml.transformerFactory();

    private XmlOutput() {}

    /** A message object, which must be a root element, as a tree. */
    public static Document tree(JAXBContext context, Object message) {
        Document document = DOCUMENTS.createDocument(null, null, null);
        // It would know the names of XML's fourth edition only; write(..) looks at all of them.
        document.setStrictErrorChecking(false);
        Binder<Node> binder = context.createBinder();
        try {
            binder.marshal(message, document);
        } catch (JAXBException e) {
            throw new TransportException("xml.write", "the message could not be written", false, e);
        }
        // The binder knows the object of every element but the root.
        restoreOrder(binder, document.getDocumentElement(), message);
        return document;
    }

    /**
     * Writes a tree as UTF-8, with or without an XML declaration; the stream is left open.
     *
     * @throws IllegalArgumentException if a text or a name holds a character that XML cannot carry there
     */
    public static void write(Document document, OutputStream out, boolean declaration) {
        try {
            refuseWhatXmlCannotCarry(document);
            Transformer transformer = transformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, declaration ? "no" : "yes");
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new TransportException("xml.write", "the message could not be written", false, e);
        }
    }

    private static Transformer transformer() throws TransformerException {
        synchronized (TRANSFORMERS) {
            return TRANSFORMERS.newTransformer();
        }
    }

    private static void restoreOrder(Binder<Node> binder, Element element, @Nullable Object object) {
        List<Element> children = children(element);
        children.forEach(child -> restoreOrder(binder, child, binder.getJAXBNode(child)));
        restoreType(element);
        if (object instanceof XoevElement bound) {
            restoreAttributes(children, bound);
            if (!(bound.weitere.isEmpty() && bound.reihenfolge().isEmpty())) {
                inOrder(children, bound).forEach(element::appendChild);
            }
        }
    }

    private static void restoreAttributes(List<Element> children, XoevElement bound) {
        if (bound.attributeDerKinder().isEmpty()) {
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Element child : children.subList(Math.min(bound.weitere.size(), children.size()), children.size())) {
            int before = seen.merge(child.getLocalName(), 1, Integer::sum) - 1;
            restoreAttributes(
                    child, bound.attributeDerKinder().getOrDefault(new Kind(child.getLocalName(), before), Map.of()));
        }
    }

    /** {@link XmlInput} keeps a type without a class as {namespace}name. */
    private static void restoreType(Element element) {
        String type = element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
        int end = type.indexOf('}');
        if (type.startsWith("{") && end > 0) {
            element.getAttributeNodeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type")
                    .setValue(prefixOf(element, type.substring(1, end)) + type.substring(end + 1));
        }
    }

    /** With its colon; declared here if it is nowhere. */
    private static String prefixOf(Element element, String namespace) {
        if (namespace.isEmpty()) {
            return "";
        }
        String prefix = element.lookupPrefix(namespace);
        if (prefix == null) {
            prefix = "typ";
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
        }
        return prefix + ":";
    }

    /** JAXB puts the unknown ones first, since their field stands in the base class. */
    private static List<Element> inOrder(List<Element> children, XoevElement bound) {
        int unknown = Math.min(bound.weitere.size(), children.size());
        List<Element> left = new ArrayList<>(children.subList(unknown, children.size()));
        left.addAll(children.subList(0, unknown));
        List<Element> ordered = new ArrayList<>();
        for (String name : bound.reihenfolge()) {
            take(left, name, ordered);
        }
        left.forEach(added -> ordered.add(behindItsLike(ordered, added), added));
        return ordered;
    }

    private static void take(List<Element> left, String name, List<Element> ordered) {
        for (ListIterator<Element> all = left.listIterator(); all.hasNext(); ) {
            Element next = all.next();
            if (name.equals(next.getLocalName())) {
                all.remove();
                ordered.add(next);
                return;
            }
        }
    }

    private static void restoreAttributes(Element element, Map<QName, String> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        attributes.forEach((name, value) -> {
            String prefix = name.getPrefix();
            element.setAttributeNS(
                    name.getNamespaceURI().isEmpty() ? null : name.getNamespaceURI(),
                    prefix.isEmpty() ? name.getLocalPart() : prefix + ":" + name.getLocalPart(),
                    value);
        });
        restoreType(element);
    }

    private static int behindItsLike(List<Element> ordered, Element added) {
        for (int i = ordered.size(); i > 0; i--) {
            if (added.getLocalName().equals(ordered.get(i - 1).getLocalName())) {
                return i;
            }
        }
        return ordered.size();
    }

    // The JDK would write a reference to it, which no reader accepts.
    private static void refuseWhatXmlCannotCarry(Node node) {
        String text = node.getNodeValue();
        if (text != null && !XmlCharacters.isText(text)) {
            throw new IllegalArgumentException("a text holds a control character, which XML cannot carry");
        }
        String name = node.getLocalName();
        if (name != null && !XmlCharacters.isName(name)) {
            throw new IllegalArgumentException("an element or attribute has a name that XML cannot carry");
        }
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            refuseWhatXmlCannotCarry(attributes.item(i));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            refuseWhatXmlCannotCarry(child);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                children.add(e);
            }
        }
        return children;
    }
}
