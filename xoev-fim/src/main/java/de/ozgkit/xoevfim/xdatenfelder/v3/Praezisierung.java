// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

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
 * Limits of a value. Everything is text, because real files have dates and empty texts here.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Praezisierung {

    /** Attribute minLength 0..1 */
    @XmlAttribute
    public @Nullable String minLength;

    /** Attribute maxLength 0..1 */
    @XmlAttribute
    public @Nullable String maxLength;

    /** Attribute minValue 0..1 */
    @XmlAttribute
    public @Nullable String minValue;

    /** Attribute maxValue 0..1 */
    @XmlAttribute
    public @Nullable String maxValue;

    /** Attribute pattern 0..1 */
    @XmlAttribute
    public @Nullable String pattern;

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();

    /** Text inside of the element; the standard has none. */
    @XmlValue
    public @Nullable String text;
}
