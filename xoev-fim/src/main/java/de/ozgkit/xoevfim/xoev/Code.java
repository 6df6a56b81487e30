// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xoev;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One entry of a code list. Its children {@code code} and {@code name} have no namespace, whatever the message has.
 *
 * <p>Source: XÖV library, schema Code 1.0.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Code", namespace = "http://xoev.de/schemata/code/1_0")
public class Code extends XoevElement {

    /** code 1. Ask {@link #value()}, which also understands senders that write it in the namespace of the message. */
    public @Nullable String code;

    /** name 0..1 */
    public @Nullable String name;

    /** Attribute listURI 0..1 */
    @XmlAttribute
    public @Nullable String listURI;

    /** Attribute listVersionID 0..1 */
    @XmlAttribute
    public @Nullable String listVersionID;

    /** A code without a version of its list. */
    public static Code of(@Nullable String listURI, String code) {
        Code made = new Code();
        made.listURI = listURI;
        made.code = code;
        return made;
    }

    /** The code, or an empty text. */
    public String value() {
        return Objects.requireNonNullElseGet(code, () -> qualified("code").orElse(""))
                .strip();
    }

    /** The name beside the code, if the sender gave one. */
    public Optional<String> label() {
        return Optional.ofNullable(name).or(() -> qualified("name")).filter(n -> !n.isBlank());
    }

    /** Whether it is this code of this list. The version of the list does not count; a missing list fits every list. */
    public boolean is(String list, String value) {
        return value().equals(value) && (listURI == null || listURI.isEmpty() || listURI.equals(list));
    }

    private Optional<String> qualified(String localName) {
        return weitere.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(e -> localName.equals(e.getLocalName()))
                .map(Element::getTextContent)
                .findFirst();
    }
}
