// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/**
 * Names another document of genericode.
 *
 * <p>Source: genericode 1.0, types CodeListRef, CodeListSetRef and ColumnSetRef.
 *
 * @since 0.1
 */
public abstract sealed class DocumentRef extends XoevElement permits CodeListRef, CodeListSetRef, ColumnSetRef {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** CanonicalUri 0..1; 1 for a list or set of lists, absent for columns */
    @XmlElement(name = "CanonicalUri")
    public @Nullable String canonicalUri;

    /** CanonicalVersionUri 0..1; 1 for columns */
    @XmlElement(name = "CanonicalVersionUri")
    public @Nullable String canonicalVersionUri;

    /** LocationUri 0..n */
    @XmlElement(name = "LocationUri")
    public List<String> locationUri = new ArrayList<>();

    /** Attribute xml:base 0..1: what relative locations start from */
    @XmlAttribute(name = "base", namespace = XMLConstants.XML_NS_URI)
    public @Nullable String base;
}
