// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.DUPLICATE_ATTRIBUTE;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;

import de.ozgkit.core.TrustLevel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;
import org.w3c.dom.Element;

/** The attributes of a proven assertion, by their names and never by their friendly names. */
final class Statements {

    private static final int MAX_VALUES = 500;
    private static final int MAX_LENGTH = 2000;

    private final Map<String, Element> attributes = new LinkedHashMap<>();

    Statements(Assertion assertion) {
        assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .forEach(attribute -> Reject.unless(
                        attributes.put(
                                        String.valueOf(attribute.getName()),
                                        Optional.ofNullable(attribute.getDOM()).orElseThrow())
                                == null,
                        DUPLICATE_ATTRIBUTE,
                        "an attribute stands twice; if the account writes one for each role, let it write one with"
                                + " several values"));
        Reject.unless(
                attributes.values().stream()
                                .mapToInt(attribute -> values(attribute).size())
                                .sum()
                        <= MAX_VALUES,
                MALFORMED_XML,
                "more values of attributes than anybody needs");
    }

    /** The one value of an attribute; empty if there is none or it is white space only, as in an indented message. */
    Optional<String> text(String name) {
        return only(name)
                .map(value -> {
                    Reject.unless(
                            SafeDom.children(value).isEmpty(),
                            MALFORMED_XML,
                            "an attribute with structure where a text belongs");
                    String text = clean(value);
                    Reject.unless(
                            text.length() <= MAX_LENGTH
                                    && (text.isBlank() || text.codePoints().noneMatch(Statements::controls)),
                            MALFORMED_XML,
                            "the value of an attribute is too long or has control characters");
                    return text;
                })
                .filter(text -> !text.isBlank());
    }

    /** The parts of the one value of an attribute that has structure, by their names; empty if there is none. */
    Map<String, String> parts(String name) {
        Map<String, String> parts = new HashMap<>();
        for (Element part : only(name).map(SafeDom::children).orElse(List.of())) {
            String text = leaf(part);
            Reject.unless(
                    parts.put(part.getLocalName(), text) == null,
                    DUPLICATE_ATTRIBUTE,
                    "a part of an attribute stands twice");
        }
        parts.values().removeIf(String::isBlank);
        return parts;
    }

    /** How sure the account is of an attribute. */
    Optional<TrustLevel> trust(String name) {
        return Optional.ofNullable(attributes.get(name))
                .flatMap(attribute -> Levels.ofAttribute(attribute.getAttributeNS(Names.AKDB, "TrustLevel")));
    }

    /** Everything; parts of structures by the names of attribute and part with a slash between. */
    Map<String, List<String>> raw() {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        attributes.forEach((name, attribute) -> {
            raw.put(name, new ArrayList<>());
            values(attribute).forEach(value -> collect(name, value, raw));
        });
        return raw;
    }

    private static void collect(String name, Element value, Map<String, List<String>> raw) {
        List<Element> parts = SafeDom.children(value);
        if (parts.isEmpty()) {
            raw.computeIfAbsent(name, none -> new ArrayList<>()).add(clean(value));
        }
        parts.forEach(part -> collect(name + "/" + part.getLocalName(), part, raw));
    }

    private static String leaf(Element part) {
        // A structure inside a structure is nothing that is read; it stays among the raw values.
        return SafeDom.children(part).isEmpty() ? clean(part).strip() : "";
    }

    private Optional<Element> only(String name) {
        List<Element> values = Optional.ofNullable(attributes.get(name))
                .map(Statements::values)
                .orElse(List.of());
        Reject.unless(values.size() <= 1, DUPLICATE_ATTRIBUTE, "an attribute has several values where one belongs");
        return values.stream().findFirst();
    }

    private static List<Element> values(Element attribute) {
        return SafeDom.children(attribute, Names.SAML, "AttributeValue").stream()
                .filter(value -> !List.of("true", "1")
                        .contains(value.getAttributeNS(Names.XSI, "nil").strip()))
                .toList();
    }

    /** Control characters, among them those that turn the direction of the text and so show a name as another. */
    private static boolean controls(int character) {
        return Character.isISOControl(character)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static String clean(Element element) {
        String value = Normalizer.normalize(element.getTextContent(), Normalizer.Form.NFC);
        Reject.unless(
                value.codePoints().noneMatch(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0),
                MALFORMED_XML,
                "the value of an attribute has control characters");
        return value;
    }
}
