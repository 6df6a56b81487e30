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
 * A keyword, with its place in a vocabulary.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Stichwort {

    /** The text. */
    @XmlValue
    public @Nullable String text;

    /** Attribute uri 0..1 */
    @XmlAttribute
    public @Nullable String uri;

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();
}
