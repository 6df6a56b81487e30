// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Moves parts of messages from one place to another. */
final class Moves {

    private Moves() {}

    static <T> void all(List<T> from, List<T> to) {
        to.addAll(from);
        from.clear();
    }

    /** The elements of this name among those that were kept as they came. */
    static List<Element> named(List<Object> weitere, String name) {
        List<Element> found = new ArrayList<>();
        for (Object any : weitere) {
            if (any instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> take(List<Object> weitere, String name) {
        List<Element> found = named(weitere, name);
        weitere.removeAll(found);
        return found;
    }

    static void rename(Dokument document, String from, String to) {
        named(document.weitere, from)
                .forEach(e -> document.weitere.set(
                        document.weitere.indexOf(e),
                        e.getOwnerDocument().renameNode(e, e.getNamespaceURI(), qualified(e, to))));
        document.reihenfolge(List.of());
    }

    private static String qualified(Element element, String name) {
        return element.getPrefix() == null ? name : element.getPrefix() + ":" + name;
    }

    static void copy(Dokument from, Dokument to) {
        to.weitere.addAll(from.weitere);
        to.weitereAttribute.putAll(from.weitereAttribute);
        to.bezeichnung.addAll(from.bezeichnung);
        to.beschreibung.addAll(from.beschreibung);
        to.referenzFormularID.addAll(from.referenzFormularID);
        to.formularReferenz.addAll(from.formularReferenz);
        to.angabeSignatur = from.angabeSignatur;
    }
}
