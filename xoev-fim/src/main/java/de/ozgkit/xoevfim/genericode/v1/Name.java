// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * A text with its language.
 *
 * <p>Source: genericode 1.0, types ShortName, LongName and GeneralIdentifier.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Name {

    /** The text. */
    @XmlValue
    public String value = "";

    /** Attribute Identifier 0..1, not on a ShortName */
    @XmlAttribute(name = "Identifier")
    public @Nullable String identifier;

    /** Attribute xml:lang 0..1 */
    @XmlAttribute(name = "lang", namespace = XMLConstants.XML_NS_URI)
    public @Nullable String lang;

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();

    /** A name without a language. */
    public static Name of(String value) {
        Name made = new Name();
        made.value = value;
        return made;
    }
}
