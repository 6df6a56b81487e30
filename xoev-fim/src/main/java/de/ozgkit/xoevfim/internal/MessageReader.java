// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.MessageClass.Slot;
import de.ozgkit.xoevfim.internal.MessageClass.Target;
import de.ozgkit.xoevfim.xoev.XoevElement;
import de.ozgkit.xoevfim.xoev.XoevElement.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads message classes from a stream as JAXB does, by the same annotations, but much faster: JAXB makes a parser and a transformer for
 * every unknown element and looks at every field through several layers. Fields are filled in the order of the document.
 */
final class MessageReader {

    private static final QName TYPE = new QName(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type", "xsi");
    private static final StringBuilder NO_TEXT = new StringBuilder(0);

    private static final Finding UNREAD = Finding.warning(
            "xml.value",
            "",
            "Ein Wert hat nicht die Form, die der Standard verlangt, und bleibt ungelesen.",
            "A value has not the form that the standard asks for, and stays unread.");

    private static final Finding REPEATED = Finding.warning(
            "xml.repeated",
            "",
            "Ein Element steht mehrfach, wo der Standard nur eines kennt; gelesen ist das erste.",
            "An element stands more than once where the standard has one; the first one is read.");

    private static final ObjIntConsumer<Object> NOBODY = (object, line) -> {};

    private final GuardedReader in;
    private final Consumer<Finding> findings;
    private final ObjIntConsumer<Object> lines;
    private final List<Seen> seen = new ArrayList<>();

    /** The children that were seen of one element. */
    private record Seen(List<String> names, BitSet targets) {

        boolean isRepeated(Target target) {
            boolean repeated = !target.list() && targets.get(target.place());
            targets.set(target.place());
            return repeated;
        }
    }

    /** Reports the line of each object to {@code lines} unless that is null. */
    MessageReader(GuardedReader in, Consumer<Finding> findings, @Nullable ObjIntConsumer<Object> lines) {
        this.in = in;
        this.findings = findings;
        this.lines = lines == null ? NOBODY : lines;
    }

    /** Reads the current element and moves to its end. */
    Object read(MessageClass plan) throws XMLStreamException {
        Object object = object(plan);
        if (object == null) {
            throw MessageClass.wrong(plan.type, "is abstract");
        }
        return object;
    }

    /** The current element as an object, at its end; or null, not moved, if its class is abstract. */
    private @Nullable Object object(MessageClass declared) throws XMLStreamException {
        QName named = typeName();
        MessageClass plan = named == null ? declared : declared.substitute(named);
        Object object = plan.make();
        if (object == null) {
            return null;
        }
        if (lines != NOBODY) {
            lines.accept(object, in.line());
        }
        if (named != null && plan == declared && !plan.isNamed(named)) {
            keepAttribute(plan, object, TYPE, named.toString());
        }
        attributes(plan, object);
        if (plan.text != null) {
            text(plan, plan.text, object);
        } else {
            content(plan, object);
        }
        return object;
    }

    /** What xsi:type says. */
    private @Nullable QName typeName() {
        String name = in.getAttributeCount() == 0 ? null : in.getAttributeValue(TYPE.getNamespaceURI(), "type");
        if (name == null) {
            return null;
        }
        int colon = name.indexOf(':');
        String uri = in.getNamespaceURI(name.substring(0, Math.max(colon, 0)).strip());
        return new QName(orEmpty(uri), name.substring(colon + 1).strip());
    }

    private void attributes(MessageClass plan, Object object) {
        int count = in.getAttributeCount();
        for (int i = 0; i < count; i++) {
            Slot slot = MessageClass.find(
                    plan.attributes, in.getAttributeLocalName(i), orEmpty(in.getAttributeNamespace(i)));
            if (slot == null || !value(slot, object, in.getAttributeValue(i))) {
                QName name = in.getAttributeName(i);
                if (!name.equals(TYPE)) {
                    keepAttribute(plan, object, name, in.getAttributeValue(i));
                }
            }
        }
    }

    /** A type is kept as {namespace}name, since its prefix is the sender's. */
    @SuppressWarnings("unchecked") // XmlAnyAttribute stands at nothing else
    private void keepAttribute(MessageClass plan, Object object, QName name, String value) {
        try {
            if (plan.unknownAttributes == null) {
                report(UNREAD);
            } else {
                ((Map<QName, String>) plan.unknownAttributes.get(object)).put(name, value);
            }
        } catch (IllegalAccessException e) {
            throw MessageClass.wrong(plan.type, "lets nobody in");
        }
    }

    /** The value of an object that has one beside its attributes. */
    private void text(MessageClass plan, Slot slot, Object object) throws XMLStreamException {
        String text = in.text();
        while (in.isStartElement()) {
            report(UNREAD);
            in.skip();
            text += in.text();
        }
        value(slot, object, text);
    }

    private void content(MessageClass plan, Object object) throws XMLStreamException {
        Seen children = seen(in.depth());
        StringBuilder text = plan.mixed ? new StringBuilder() : NO_TEXT;
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    keep(text, plan, object);
                    children.names.add(in.getLocalName());
                    child(plan, object, children);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    keep(text, plan, object);
                    if (object instanceof XoevElement element) {
                        element.reihenfolge(element.merktReihenfolge(children.names) ? children.names : List.of());
                    }
                    return;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (plan.mixed) {
                        text.append(in.getText());
                    }
                }
                default -> {}
            }
        }
    }

    private static void keep(StringBuilder text, MessageClass plan, Object object) {
        if (text.length() > 0 && plan.unknownElements != null) {
            plan.unknownElements.put(object, text.toString());
            text.setLength(0);
        }
    }

    private void child(MessageClass plan, Object object, Seen children) throws XMLStreamException {
        Slot slot = MessageClass.find(plan.elements, in.getLocalName(), orEmpty(in.getNamespaceURI()));
        if (slot == null) {
            keepWhole(plan, object, null);
        } else if (children.isRepeated(slot.target)) {
            keepWhole(plan, object, REPEATED);
        } else if (slot.type == null) {
            simple(plan, slot, object);
        } else {
            Object value = object(slot.type);
            if (value == null) {
                keepWhole(plan, object, UNREAD);
            } else {
                slot.target.put(object, value);
            }
        }
    }

    /** Keeps the current element as it stands; one that has no place to be kept in is always reported. */
    private void keepWhole(MessageClass plan, Object object, @Nullable Finding why) throws XMLStreamException {
        if (why != null || plan.unknownElements == null) {
            report(why == null ? UNREAD : why);
        }
        if (plan.unknownElements == null) {
            in.skip();
        } else {
            plan.unknownElements.put(object, new UnknownElement(in).read());
        }
    }

    /** A child that is a mere value. What cannot be read as such is kept as it stands, unless it says nothing. */
    private void simple(MessageClass plan, Slot slot, Object object) throws XMLStreamException {
        UnknownElement.Start start = UnknownElement.start(in);
        QName type = typeName();
        String text = in.text();
        if (in.isEndElement() && start.attributes().isEmpty() && slot.isUnsaid(text)) {
            report(UNREAD);
        } else if (in.isStartElement() || !value(slot, object, text)) {
            Element whole = new UnknownElement(in).rest(start, text);
            report(UNREAD);
            if (plan.unknownElements != null) {
                plan.unknownElements.put(object, whole);
            }
        } else if (!start.attributes().isEmpty()) {
            if (type != null) {
                start.attributes().put(TYPE, type.toString());
            }
            keepAttributes(object, new Kind(start.name(), slot.target.last(object)), start.attributes());
        }
    }

    private void keepAttributes(Object object, Kind child, Map<QName, String> attributes) {
        if (object instanceof XoevElement element) {
            element.attributeDerKinder().put(child, attributes);
        } else {
            report(UNREAD);
        }
    }

    /** Whether the text could be read as this value. */
    private static boolean value(Slot slot, Object object, String text) {
        try {
            if (slot.form != null) {
                slot.target.put(object, slot.form.read(text));
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void report(Finding finding) {
        findings.accept(finding.atLine(in.line()));
    }

    /** For the children of an element at this depth, none yet; only one such element is open at a time. */
    private Seen seen(int depth) {
        while (seen.size() <= depth) {
            seen.add(new Seen(new ArrayList<>(), new BitSet()));
        }
        Seen children = seen.get(depth);
        children.names.clear();
        children.targets.clear();
        return children;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
