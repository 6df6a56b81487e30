// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

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
 * Narrows a data type, such as maxLength.
 *
 * <p>Source: genericode 1.0, type DatatypeFacet.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class DatatypeFacet {

    /** The value of the facet. */
    @XmlValue
    public String value = "";

    /** Attribute ShortName 1 */
    @XmlAttribute(name = "ShortName")
    public @Nullable String shortName;

    /** Attribute LongName 0..1 */
    @XmlAttribute(name = "LongName")
    public @Nullable String longName;

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();
}
