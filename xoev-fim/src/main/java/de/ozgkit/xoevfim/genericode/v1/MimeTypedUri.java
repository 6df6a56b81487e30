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
 * Where the same document is in another format.
 *
 * <p>Source: genericode 1.0, type MimeTypedUri.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class MimeTypedUri {

    /** The address. */
    @XmlValue
    public String value = "";

    /** Attribute MimeType 0..1 */
    @XmlAttribute(name = "MimeType")
    public @Nullable String mimeType;

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();
}
