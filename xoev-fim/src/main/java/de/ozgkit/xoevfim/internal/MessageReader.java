// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.xoevfim.internal.MessageClass.Slot;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads message classes from a stream as JAXB does, by the same annotations, but much faster: JAXB makes a parser and a transformer for
 * every unknown element and looks at every field through several layers. Fields are filled in the order of the document.
 */
final class MessageReader {

    private static final QName TYPE = new QName(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type", "xsi");
    private static final StringBuilder NO_TEXT = new StringBuilder(0);
    private static final ObjIntConsumer<Object> NOBODY = (object, line) -> {};

    private final GuardedReader in;
    private final Runnable wrongForm;
    private final ObjIntConsumer<Object> lines;
    private final List<List<String>> names = new ArrayList<>();

    /** Reports values of a wrong form to {@code wrongForm}, and the line of each object to {@code lines} unless that is null. */
    MessageReader(GuardedReader in, Runnable wrongForm, @Nullable ObjIntConsumer<Object> lines) {
        this.in = in;
        this.wrongForm = wrongForm;
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

    private @Nullable Object object(MessageClass declared) throws XMLStreamException {
        QName named = typeName();
        MessageClass plan = named == null ? declared : declared.substitute(named);
        Object object = plan.make();
        if (object == null) {
            wrongForm.run();
            in.skip();
            return null;
        }
        if (lines != NOBODY) {
            lines.accept(object, in.line());
        }
        if (named != null && plan == declared && !plan.isNamed(named)) {
            keepUnknownType(object, named);
        }
        attributes(plan, object);
        if (plan.text != null) {
            value(plan.text, object, in.text(wrongForm));
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

    /** It is kept as {namespace}name, since its prefix is the sender's. */
    private void keepUnknownType(Object object, QName named) {
        if (object instanceof XoevElement element) {
            element.weitereAttribute.put(TYPE, named.toString());
        } else {
            wrongForm.run();
        }
    }

    private void attributes(MessageClass plan, Object object) {
        int count = in.getAttributeCount();
        for (int i = 0; i < count; i++) {
            String namespace = orEmpty(in.getAttributeNamespace(i));
            Slot slot = MessageClass.find(plan.attributes, in.getAttributeLocalName(i), namespace);
            if (slot != null) {
                value(slot, object, in.getAttributeValue(i));
            } else if (plan.unknownAttributes != null
                    && !namespace.equals(TYPE.getNamespaceURI())) {
                unknown(plan, object).put(in.getAttributeName(i), in.getAttributeValue(i));
            }
        }
    }

    @SuppressWarnings("unchecked") // XmlAnyAttribute stands at nothing else
    private static Map<QName, String> unknown(MessageClass plan, Object object) {
        try {
            return plan.unknownAttributes == null ? Map.of() : (Map<QName, String>) plan.unknownAttributes.get(object);
        } catch (IllegalAccessException e) {
            throw MessageClass.wrong(plan.type, "lets nobody in");
        }
    }

    private void content(MessageClass plan, Object object) throws XMLStreamException {
        List<String> children = object instanceof XoevElement ? names(in.depth()) : null;
        StringBuilder text = plan.mixed ? new StringBuilder() : NO_TEXT;
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    keep(text, plan, object);
                    if (children != null) {
                        children.add(in.getLocalName());
                    }
                    child(plan, object);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    keep(text, plan, object);
                    if (children != null && object instanceof XoevElement element) {
                        element.reihenfolge(element.merktReihenfolge(children) ? children : List.of());
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

    private void child(MessageClass plan, Object object) throws XMLStreamException {
        Slot slot = MessageClass.find(plan.elements, in.getLocalName(), orEmpty(in.getNamespaceURI()));
        if (slot != null && slot.type != null) {
            Object value = object(slot.type);
            if (value != null) {
                slot.target.put(object, value);
            }
        } else if (slot != null) {
            value(slot, object, in.text(wrongForm));
        } else if (plan.unknownElements != null) {
            plan.unknownElements.put(object, new UnknownElement(in).read());
        } else {
            wrongForm.run();
            in.skip();
        }
    }

    private void value(Slot slot, Object object, String text) {
        try {
            if (slot.form != null) {
                slot.target.put(object, slot.form.read(text));
            }
        } catch (IllegalArgumentException e) {
            wrongForm.run();
        }
    }

    /** An empty list for the names of the children of an element at this depth; only one is open there at a time. */
    private List<String> names(int depth) {
        while (names.size() <= depth) {
            names.add(new ArrayList<>());
        }
        List<String> list = names.get(depth);
        list.clear();
        return list;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
