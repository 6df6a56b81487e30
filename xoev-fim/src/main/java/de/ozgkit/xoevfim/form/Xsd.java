// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.internal.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A form as XML Schema 1.0, in the way of "XFall": one global element for each element, named id, "V" and version. */
final class Xsd {

    /** Parsers unroll numbers of repeats; the JDK's refuses more than 5000. */
    private static final int MAX_OCCURS = 1_000;

    /** Content of an element of the schema. */
    static final int DEPTH = 2;

    private final FormModel form;
    private final Map<String, Declaration> globals = new TreeMap<>();
    private boolean latin;

    /** The type of an element by name, or what stands in its declaration. */
    private record Declaration(Optional<String> type, String content) {}

    private Xsd(FormModel form) {
        this.form = form;
    }

    static String of(FormModel form) {
        return new Xsd(form).document();
    }

    private String document() {
        Optional<FormElement> only =
                form.elements().stream().filter(e -> FormXml.isRoot(form, e)).findFirst();
        Declaration root =
                only.map(e -> declaration(e, FieldPath.ROOT.child(e.id()))).orElseGet(this::schema);
        XmlText xml = new XmlText().declaration();
        xml.open(
                "xs:schema",
                "xmlns:xs",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns",
                FormXml.NAMESPACE,
                "targetNamespace",
                FormXml.NAMESPACE,
                "elementFormDefault",
                "qualified");
        declare(xml, FormXml.rootName(form), root);
        globals.forEach((name, declaration) -> declare(xml, name, declaration));
        if (latin) {
            XsdType.declareLatin(xml);
        }
        return xml.close().toString();
    }

    private static void declare(XmlText xml, String name, Declaration declaration, String... occurs) {
        List<String> attributes = new ArrayList<>(List.of("name", name));
        declaration.type().ifPresent(type -> attributes.addAll(List.of("type", type)));
        attributes.addAll(List.of(occurs));
        xml.open("xs:element", attributes.toArray(String[]::new))
                .raw(declaration.content())
                .close();
    }

    private Declaration schema() {
        return new Declaration(
                Optional.empty(),
                documentation(form.title(), FieldPath.ROOT)
                        + content("xs:sequence", form.elements(), FieldPath.ROOT, false));
    }

    private Declaration declaration(FormElement element, FieldPath at) {
        return element.fold(
                group -> new Declaration(
                        Optional.empty(),
                        documentation(group.label(), at)
                                + content(
                                        group.choice() ? "xs:choice" : "xs:sequence",
                                        group.children(),
                                        at,
                                        group.choice())),
                field -> {
                    XsdType type = XsdType.of(field);
                    latin |= type.base().equals(XsdType.LATIN);
                    String words = documentation(field.label() + type.remark(), at);
                    return type.facets().isEmpty() && type.enumeration().isEmpty()
                            ? new Declaration(Optional.of(type.base()), words)
                            : new Declaration(Optional.empty(), words + type.simpleType());
                });
    }

    /** The label, and the rules that stand here: XML Schema cannot check them. */
    private String documentation(String label, FieldPath at) {
        XmlText xml = new XmlText(DEPTH).open("xs:annotation").text("xs:documentation", label);
        form.rules().stream()
                .filter(rule -> rule.place().equals(at))
                .forEach(rule -> xml.text("xs:documentation", rule.id() + ": " + rule.text()));
        return xml.close().toString();
    }

    private String content(String model, List<FormElement> elements, FieldPath at, boolean choice) {
        XmlText xml = new XmlText(DEPTH).open("xs:complexType").open(model);
        for (FormElement element : elements) {
            if (element.answerable()) {
                use(xml, element, at.child(element.id()), choice);
            }
        }
        return xml.close().close().toString();
    }

    /** Refers to the global element; one with other content than that has its declaration where it stands. */
    private void use(XmlText xml, FormElement element, FieldPath at, boolean chosen) {
        Declaration declaration = declaration(element, at);
        String[] occurs = occurs(element, chosen);
        if (declaration.equals(globals.computeIfAbsent(element.jsonKey(), name -> declaration))) {
            List<String> attributes = new ArrayList<>(List.of("ref", element.jsonKey()));
            attributes.addAll(List.of(occurs));
            xml.empty("xs:element", attributes.toArray(String[]::new));
        } else {
            declare(xml, element.jsonKey(), declaration, occurs);
        }
    }

    private static String[] occurs(FormElement element, boolean chosen) {
        List<String> occurs = new ArrayList<>();
        int min = chosen ? Math.max(1, JsonSchema.min(element)) : JsonSchema.min(element);
        int max = element.occurs().max();
        if (min != 1) {
            occurs.addAll(List.of("minOccurs", Integer.toString(min)));
        }
        if (max != 1) {
            occurs.addAll(List.of("maxOccurs", max > MAX_OCCURS ? "unbounded" : Integer.toString(max)));
        }
        return occurs.toArray(String[]::new);
    }
}
