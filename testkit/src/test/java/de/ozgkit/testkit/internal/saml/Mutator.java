// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Changes a message at random places, the same ones for the same random numbers. */
final class Mutator {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String[] NAMESPACES = {
        Saml.SAMLP, Saml.SAML, Saml.DS, Saml.XENC, Saml.AKDB, "urn:example:other", "relative", ""
    };
    private static final String[] WRAPPERS = {
        "saml2p:Extensions", "saml2:Advice", "ds:Object", "saml2p:Response", "saml2:Assertion", "saml2:EncryptedAssertion",
        "saml2:AttributeValue", "saml2:Evidence", "saml2p:StatusDetail"
    };
    private static final String[] ATTRIBUTES = {
        "ID", "Id", "id", "xml:id", "xml:base", "xmlns", "xmlns:saml2", "xmlns:x", "xsi:nil", "xsi:type", "akdb:TrustLevel",
        "NotBefore", "NotOnOrAfter", "Recipient", "Destination", "InResponseTo", "Name", "FriendlyName", "Format", "Version",
        "URI", "Algorithm", "Method", "Value", "Address", "saml2p:ID"
    };
    private static final String[] TEXTS = {
        "EVE", "", " ", "STORK-QAA-Level-4", "STORK-QAA-Level-1", "HOCH", "_x", "true", "1", "\u00FC\u0308", "https://elsewhere.example.test",
        "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed", "2026-03-01T12:00:01Z", "AAAA", "urn:oid:2.5.4.42"
    };

    private final Random random;
    private final List<String> donors;

    /** @param donors messages whose elements may be put in */
    Mutator(Random random, List<String> donors) {
        this.random = random;
        this.donors = donors;
    }

    /** The message with one change, which may happen to change nothing. */
    String change(String xml) {
        if (random.nextInt(8) == 0) {
            return changeText(xml);
        }
        Element root;
        try {
            root = Saml.parse(xml);
        } catch (IllegalArgumentException e) {
            return changeText(xml);
        }
        Element changed = change(root);
        return Saml.text(changed.getOwnerDocument().getDocumentElement());
    }

    private Element change(Element root) {
        List<Element> all = elements(root);
        Element one = pick(all);
        switch (random.nextInt(14)) {
            case 0 -> place(one, all);
            case 1 -> place((Element) one.cloneNode(true), all);
            case 2 -> remove(one);
            case 3 -> wrap(one);
            case 4, 5 -> text(one);
            case 6 -> attributeValue(one, all);
            case 7 -> addAttribute(one);
            case 8 -> removeAttribute(one);
            case 9 -> rename(one);
            case 10 -> signature(all);
            case 11 -> swap(one, pick(all));
            case 12 -> donate(root.getOwnerDocument(), all);
            default -> declare(one);
        }
        return root;
    }

    private void place(Element what, List<Element> all) {
        Element parent = pick(all);
        for (Node node = parent; node != null; node = node.getParentNode()) {
            if (node == what) {
                return;
            }
        }
        List<Node> places = new ArrayList<>();
        places.add(null);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            places.add(node);
        }
        Node before = places.get(random.nextInt(places.size()));
        if (before != what && what.getParentNode() instanceof Document == false) {
            parent.insertBefore(what, before);
        }
    }

    private static void remove(Element one) {
        if (one.getParentNode() instanceof Element parent) {
            parent.removeChild(one);
        }
    }

    private void wrap(Element one) {
        String name = WRAPPERS[random.nextInt(WRAPPERS.length)];
        Element wrapper = one.getOwnerDocument().createElementNS(namespaceOf(name), name);
        Node parent = one.getParentNode();
        parent.replaceChild(wrapper, one);
        wrapper.appendChild(one);
    }

    private void text(Element one) {
        Document document = one.getOwnerDocument();
        String value = TEXTS[random.nextInt(TEXTS.length)];
        switch (random.nextInt(6)) {
            case 0 -> one.insertBefore(document.createTextNode(value), one.getFirstChild());
            case 1 -> one.appendChild(document.createTextNode(value));
            case 2 -> one.insertBefore(document.createComment(value), one.getFirstChild());
            case 3 -> one.appendChild(document.createProcessingInstruction("x", value));
            case 4 -> one.appendChild(document.createCDATASection(value));
            default -> one.setTextContent(value);
        }
    }

    private void attributeValue(Element one, List<Element> all) {
        List<Attr> own = attributes(one);
        if (!own.isEmpty()) {
            List<Attr> others = attributes(pick(all));
            boolean borrow = !others.isEmpty() && random.nextBoolean();
            own.get(random.nextInt(own.size()))
                    .setValue(
                            borrow
                                    ? others.get(random.nextInt(others.size())).getValue()
                                    : TEXTS[random.nextInt(TEXTS.length)]);
        }
    }

    private void addAttribute(Element one) {
        String name = ATTRIBUTES[random.nextInt(ATTRIBUTES.length)];
        one.setAttributeNS(namespaceOf(name), name, TEXTS[random.nextInt(TEXTS.length)]);
    }

    private void removeAttribute(Element one) {
        List<Attr> own = attributes(one);
        if (!own.isEmpty()) {
            one.removeAttributeNode(own.get(random.nextInt(own.size())));
        }
    }

    private void rename(Element one) {
        String namespace = random.nextBoolean()
                ? one.getNamespaceURI()
                : NAMESPACES[random.nextInt(NAMESPACES.length)];
        String prefix = random.nextBoolean() ? "" : "p" + random.nextInt(3) + ":";
        if (namespace != null && (!namespace.isEmpty() || prefix.isEmpty())) {
            one.getOwnerDocument().renameNode(one, namespace.isEmpty() ? null : namespace, prefix + one.getLocalName());
        }
    }

    private void signature(List<Element> all) {
        List<Element> signatures = all.stream()
                .filter(one -> "Signature".equals(one.getLocalName()))
                .toList();
        if (!signatures.isEmpty()) {
            Element signature = pick(signatures);
            place(random.nextBoolean() ? signature : (Element) signature.cloneNode(true), all);
        }
    }

    private static void swap(Element one, Element other) {
        Node first = one.getParentNode();
        Node second = other.getParentNode();
        boolean related = contains(one, other) || contains(other, one);
        if (!related && first instanceof Element && second instanceof Element) {
            Element marker = one.getOwnerDocument().createElementNS(null, "marker");
            first.replaceChild(marker, one);
            second.replaceChild(one, other);
            first.replaceChild(other, marker);
        }
    }

    private void donate(Document document, List<Element> all) {
        Element donor = pick(elements(Saml.parse(donors.get(random.nextInt(donors.size())))));
        Element copy = (Element) document.importNode(donor, true);
        if (random.nextBoolean() && pick(all).getParentNode() instanceof Element) {
            place(copy, all);
        } else {
            List<Element> alike = all.stream()
                    .filter(one -> copy.getLocalName().equals(one.getLocalName()) && one.getParentNode() instanceof Element)
                    .toList();
            if (!alike.isEmpty()) {
                Element old = pick(alike);
                old.getParentNode().replaceChild(copy, old);
            }
        }
    }

    private void declare(Element one) {
        String prefix = new String[] {"xmlns", "xmlns:saml2", "xmlns:ds", "xmlns:xsd", "xmlns:x"}[random.nextInt(5)];
        one.setAttributeNS(XMLNS, prefix, NAMESPACES[random.nextInt(NAMESPACES.length - 1)]);
    }

    /** Changes the message as text, without any regard for its being XML. */
    private String changeText(String xml) {
        int from = random.nextInt(xml.length());
        int to = Math.min(xml.length(), from + 1 + random.nextInt(40));
        String part = xml.substring(from, to);
        return switch (random.nextInt(6)) {
            case 0 -> xml.substring(0, from) + xml.substring(to);
            case 1 -> xml.substring(0, from) + part + part + xml.substring(to);
            case 2 -> xml.substring(0, from) + "<!--" + part + "-->" + xml.substring(to);
            case 3 -> xml.substring(0, from) + "<!-- x -->" + xml.substring(from);
            case 4 -> xml.substring(0, from) + (char) (xml.charAt(from) ^ (1 << random.nextInt(5))) + xml.substring(from + 1);
            default -> xml.replaceFirst(">[A-Z]+</saml2:AttributeValue>", ">EVE</saml2:AttributeValue>");
        };
    }

    private Element pick(List<Element> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static boolean contains(Node outer, Node inner) {
        for (Node node = inner; node != null; node = node.getParentNode()) {
            if (node == outer) {
                return true;
            }
        }
        return false;
    }

    private static List<Element> elements(Element root) {
        List<Element> all = new ArrayList<>();
        all.add(root);
        for (int i = 0; i < all.size(); i++) {
            for (Node node = all.get(i).getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    all.add(element);
                }
            }
        }
        return all;
    }

    private static List<Attr> attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> all = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            all.add((Attr) map.item(i));
        }
        return all;
    }

    private static String namespaceOf(String name) {
        return switch (name.contains(":") ? name.substring(0, name.indexOf(':')) : name) {
            case "saml2p" -> Saml.SAMLP;
            case "saml2" -> Saml.SAML;
            case "ds" -> Saml.DS;
            case "akdb" -> Saml.AKDB;
            case "xsi" -> "http://www.w3.org/2001/XMLSchema-instance";
            case "xml" -> "http://www.w3.org/XML/1998/namespace";
            case "xmlns" -> XMLNS;
            default -> null;
        };
    }
}
