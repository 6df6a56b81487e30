// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * A column, defined here or elsewhere.
 *
 * <p>Source: genericode 1.0, group ColumnChoice.
 *
 * @since 0.1
 */
public abstract sealed class ColumnChoice extends XoevElement permits Column, ColumnRef {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Attribute Id 1: unique in the document */
    @XmlAttribute(name = "Id")
    public @Nullable String id;

    /** Attribute Use 0..1: required or optional; 1 for a Column */
    @XmlAttribute(name = "Use")
    public @Nullable String use;
}
