// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlMixed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A container for XML of other standards.
 *
 * <p>Source: genericode 1.0, types AnyOtherContent and AnyOtherLanguageContent.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class AnyContent {

    /** Elements of other namespaces 0..n, and text, which the standard does not foresee but some write. */
    @XmlMixed
    @XmlAnyElement
    public List<Object> content = new ArrayList<>();

    /** Attribute xml:lang 0..1, only on a Description */
    @XmlAttribute(name = "lang", namespace = XMLConstants.XML_NS_URI)
    public @Nullable String lang;

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();

    /** The elements without the text around them. */
    public List<Element> elements() {
        return content.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
