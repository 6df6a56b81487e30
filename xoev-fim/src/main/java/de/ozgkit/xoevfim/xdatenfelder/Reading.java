// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.JAXBContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads one message and notices what the binding would lose without a word. */
final class Reading {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private final Set<String> repeatable;
    private final List<Finding> findings = new ArrayList<>();
    private final List<XoevElement> elements = new ArrayList<>();

    /** The names of those elements that the standard allows more than once. */
    Reading(Set<String> repeatable) {
        this.repeatable = repeatable;
    }

    List<Finding> findings() {
        return findings;
    }

    <T extends XoevElement> T bind(XmlInput xml, JAXBContext context, Class<? extends T> type) {
        // Bindings take attributes of this namespace for themselves.
        String location = xml.attribute(XSI, "schemaLocation");
        T message = xml.bind(context, type, findings::add, this::begins);
        if (location != null) {
            message.weitereAttribute.put(new QName(XSI, "schemaLocation", "xsi"), location);
        }
        elements.forEach(this::checkRepeats);
        return message;
    }

    private void begins(@Nullable Object object, int line) {
        if (object instanceof XoevElement element) {
            element.zeile(line);
            elements.add(element);
        }
    }

    private void checkRepeats(XoevElement element) {
        List<String> names = element.reihenfolge();
        if (names.isEmpty()) {
            return;
        }
        Set<String> unknown = element.weitere.stream()
                .filter(Element.class::isInstance)
                .map(child -> ((Element) child).getLocalName())
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        boolean lost = names.stream()
                .filter(name -> !repeatable.contains(name) && !unknown.contains(name))
                .anyMatch(name -> !seen.add(name));
        if (lost) {
            findings.add(Finding.warning(
                            "xdatenfelder.repeated",
                            "",
                            "Ein Element steht mehrfach, wo der Standard nur eines kennt; gelesen ist das letzte.",
                            "An element stands more than once where the standard has one; the last one is read.")
                    .atLine(element.zeile().orElse(0)));
        }
        if (!element.merktReihenfolge(List.copyOf(seen))) {
            element.reihenfolge(List.of());
        }
    }
}
