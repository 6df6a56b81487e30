// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/**
 * A key that another document defines.
 *
 * <p>Source: genericode 1.0, type KeyRef.
 *
 * @since 0.1
 */
public final class KeyRef extends KeyChoice {

    /** CanonicalVersionUri 1 */
    @XmlElement(name = "CanonicalVersionUri")
    public @Nullable String canonicalVersionUri;

    /** LocationUri 0..n */
    @XmlElement(name = "LocationUri")
    public List<String> locationUri = new ArrayList<>();

    /** Attribute ExternalRef 1: the id in the other document */
    @XmlAttribute(name = "ExternalRef")
    public @Nullable String externalRef;

    /** Attribute xml:base 0..1: what relative locations start from */
    @XmlAttribute(name = "base", namespace = XMLConstants.XML_NS_URI)
    public @Nullable String base;
}
