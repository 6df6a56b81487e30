// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * A text in one language; some may hold HTML of the few tags that the Portalverbund allows (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class StringLocalized {

    /** The text. */
    @XmlValue
    public @Nullable String value;

    /** Attribute languageCode 0..1: de, en; old data also de-DE */
    @XmlAttribute
    public @Nullable String languageCode;

    /** Attributes that the standard does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();

    /** A text in a language. */
    public static StringLocalized of(String languageCode, String value) {
        StringLocalized made = new StringLocalized();
        made.languageCode = languageCode;
        made.value = value;
        return made;
    }
}
