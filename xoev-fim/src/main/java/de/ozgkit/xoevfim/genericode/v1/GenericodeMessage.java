// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/**
 * What the three root elements share: notes and names.
 *
 * <p>Source: genericode 1.0, group DocumentHeader.
 *
 * @since 0.1
 */
public abstract sealed class GenericodeMessage extends XoevElement
        permits CodeListDocument, CodeListSetDocument, ColumnSetDocument {

    /** The namespace of the root elements; all other elements have none. */
    public static final String NAMESPACE = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Identification 1 */
    @XmlElement(name = "Identification")
    public @Nullable Identification identification;

    /** Attribute xml:base 0..1: what relative locations start from */
    @XmlAttribute(name = "base", namespace = XMLConstants.XML_NS_URI)
    public @Nullable String base;
}
