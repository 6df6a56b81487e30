// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Checks the form of a response and of an assertion against {@link Form}, and that no id stands twice, before anything else reads them.
 */
final class Structure {

    /** Some accounts begin an id with a digit, which the type ID does not allow. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,256}");

    private static final Set<String> MAY_BE_EMPTY = Set.of("URI", "PrefixList");
    private static final int MAX_ELEMENTS = 5_000;
    private static final int MAX_FOREIGN = 200;

    private final Admitted admitted;
    private final Set<String> ids = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;
    private int foreign;

    private Structure(Admitted admitted) {
        this.admitted = admitted;
    }

    /** An element that is still to be looked at, with its name and its parent's as {@link Form} writes them. */
    private record Open(Element element, String name, String parent) {}

    /** Refuses a document whose form is not that of the expected root element, or that has an id twice. */
    static void check(Element root, Admitted admitted) {
        for (Node node = root.getOwnerDocument().getFirstChild(); node != null; node = node.getNextSibling()) {
            Reject.unless(node == root, MALFORMED_XML, "there is something beside the root element");
        }
        new Structure(admitted).walk(root);
    }

    private void walk(Element root) {
        open.push(new Open(root, Form.name(root), ""));
        while (!open.isEmpty()) {
            Open next = open.pop();
            checkElement(next.element(), next.name(), next.parent());
            Algorithms.check(next.element(), next.name(), admitted);
        }
    }

    private void checkElement(Element element, String name, String parent) {
        Form.Rule rule = Form.rule(name, parent, admitted)
                .orElseThrow(() -> Reject.as(MALFORMED_XML, "an element that does not belong into a response"));
        foreign += rule.foreign() ? 1 : 0;
        Reject.unless(
                ++elements <= MAX_ELEMENTS && foreign <= MAX_FOREIGN,
                MALFORMED_XML,
                "more elements than anybody needs");
        checkAttributes(element, rule);
        StringBuilder children = new StringBuilder();
        boolean text = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> {
                    Element child = (Element) node;
                    String childName = Form.name(child);
                    children.append(childName).append(' ');
                    open.push(new Open(child, childName, name));
                }
                case Node.TEXT_NODE -> text |= !node.getTextContent().isBlank();
                default -> throw Reject.as(MALFORMED_XML, "a processing instruction or another node that nobody needs");
            }
        }
        if (!rule.children().matcher(children).matches()) {
            throw Reject.as(
                    MALFORMED_XML,
                    "the elements in " + element.getLocalName() + " are not those that belong there, in their order");
        }
        if (text && !(rule.text() && (children.isEmpty() || rule.foreign()))) {
            throw Reject.as(MALFORMED_XML, "text between elements in " + element.getLocalName());
        }
        checkReference(element);
    }

    private void checkAttributes(Element element, Form.Rule rule) {
        NamedNodeMap attributes = element.getAttributes();
        int required = 0;
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                checkNamespace(attribute);
                continue;
            }
            String name = Form.attributeName(attribute);
            if (!rule.takes(attribute, name)) {
                throw Reject.as(MALFORMED_XML, "an attribute that does not belong to " + element.getLocalName());
            }
            boolean filled = !attribute.getValue().isBlank() || MAY_BE_EMPTY.contains(name);
            required += filled && rule.required().contains(name) ? 1 : 0;
            checkId(attribute);
        }
        if (required < rule.required().size()) {
            throw Reject.as(MALFORMED_XML, element.getLocalName() + " lacks one of its attributes");
        }
    }

    /** Canonicalisation fails, or yields nothing, on relative names of namespaces. */
    private static void checkNamespace(Attr declaration) {
        String namespace = declaration.getValue();
        Reject.unless(
                namespace.contains(":") || "xmlns".equals(declaration.getName()) && namespace.isEmpty(),
                MALFORMED_XML,
                "a namespace whose name is not absolute");
    }

    private void checkId(Attr attribute) {
        if ("id".equalsIgnoreCase(attribute.getLocalName())) {
            Reject.unless(
                    attribute.getNamespaceURI() == null
                            && ID.matcher(attribute.getValue()).matches(),
                    MALFORMED_XML,
                    "an id in a namespace or with forbidden characters");
            Reject.unless(ids.add(attribute.getValue()), MALFORMED_XML, "an id that stands twice");
        }
    }

    /** What points somewhere points into this document. */
    private static void checkReference(Element element) {
        if (SafeDom.is(element, Names.DS, "RetrievalMethod") || SafeDom.is(element, Names.XENC, "DataReference")) {
            String type = element.getAttribute("Type");
            Reject.unless(
                    element.getAttribute("URI").startsWith("#")
                            && (type.isEmpty() || type.equals(Names.XENC + "EncryptedKey")),
                    MALFORMED_XML,
                    "a reference to something else than a key in this message");
        }
    }
}
