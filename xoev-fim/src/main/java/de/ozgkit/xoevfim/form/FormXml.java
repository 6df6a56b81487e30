// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.internal.XmlText;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as the XML instance of the schema that {@link Xsd} writes. */
final class FormXml {

    static final String NAMESPACE = "urn:fim-de:xfall:datenschema:xdf3";

    private FormXml() {}

    /** A group or field that is a form by itself is the root; otherwise the schema is. */
    static boolean isRoot(FormModel form, FormElement element) {
        return form.elements().size() == 1 && element.jsonKey().equals(rootName(form));
    }

    static String rootName(FormModel form) {
        return form.version().isEmpty() ? form.id() : form.id() + "V" + form.version();
    }

    static String write(FormModel form, Answers answers) {
        XmlText xml = new XmlText().declaration();
        AnswerTree given = AnswerTree.of(answers);
        if (form.elements().stream().anyMatch(e -> isRoot(form, e))) {
            FormElement only = form.elements().get(0);
            AnswerTree inside = given.repeats(only.id()).getOrDefault(1, AnswerTree.empty());
            write(xml, only, inside, "xmlns", NAMESPACE);
        } else {
            xml.open(rootName(form), "xmlns", NAMESPACE);
            children(xml, form.elements(), given);
            xml.close();
        }
        return xml.toString();
    }

    private static void children(XmlText xml, List<FormElement> elements, AnswerTree given) {
        for (FormElement element : elements) {
            List<AnswerTree> repeats =
                    new ArrayList<>(given.repeats(element.id()).values());
            while (element instanceof FormGroup group
                    && repeats.size() < group.occurs().min()) {
                repeats.add(AnswerTree.empty());
            }
            repeats.forEach(repeat -> write(xml, element, repeat));
        }
    }

    private static void write(XmlText xml, FormElement element, AnswerTree given, String... namespace) {
        if (element instanceof FormGroup group) {
            xml.open(group.jsonKey(), namespace);
            children(xml, group.children(), given);
            xml.close();
        } else if (element instanceof FormField field && field.answerable()) {
            String raw = given.value();
            if (raw == null) {
                return;
            }
            String canonical = Value.of(field, raw).canonical();
            if (canonical == null) {
                throw new IllegalArgumentException(
                        "the answer to " + field.id() + " has not the form of its kind; validate before writing");
            }
            xml.text(field.jsonKey(), canonical, namespace);
        }
    }

    static Answers read(FormModel form, InputStream in) {
        Map<String, String> answers = new HashMap<>();
        try (XmlInput xml = new XmlInput(in, XmlInput.OBJECT_BYTES)) {
            xml.toRoot();
            if (form.elements().stream().anyMatch(e -> isRoot(form, e))) {
                element(xml, form.elements(), new HashMap<>(), FieldPath.ROOT, answers);
            } else {
                expect(xml, rootName(form));
                inside(xml, form.elements(), FieldPath.ROOT, answers);
            }
            xml.finish();
        }
        return Answers.of(answers);
    }

    private static void expect(XmlInput xml, String name) {
        if (!xml.namespace().equals(NAMESPACE) || !xml.name().equals(name)) {
            throw rejected("another form was expected", xml);
        }
    }

    private static RejectedException rejected(String what, XmlInput xml) {
        return new RejectedException("form.xml", what + ", see line " + xml.line());
    }

    /** Reads a group from its start tag to behind its end tag. */
    private static void inside(XmlInput xml, List<FormElement> elements, FieldPath base, Map<String, String> answers) {
        Map<String, Integer> counts = new HashMap<>();
        xml.step();
        while (xml.toNextChild()) {
            element(xml, elements, counts, base, answers);
        }
        xml.step();
    }

    private static void element(
            XmlInput xml,
            List<FormElement> elements,
            Map<String, Integer> counts,
            FieldPath base,
            Map<String, String> answers) {
        FormElement element = elements.stream()
                .filter(e -> e.answerable()
                        && e.jsonKey().equals(xml.name())
                        && xml.namespace().equals(NAMESPACE))
                .findFirst()
                .orElseThrow(() -> rejected("an element is not part of this form", xml));
        int index = counts.merge(element.id(), 1, Integer::sum);
        if (index > FieldPath.MAX_INDEX) {
            throw rejected("too many values", xml);
        }
        FieldPath path = base.child(element.id(), index);
        if (element instanceof FormGroup group) {
            inside(xml, group.children(), path, answers);
        } else {
            answers.put(path.toString(), xml.text());
            xml.step();
        }
    }
}
