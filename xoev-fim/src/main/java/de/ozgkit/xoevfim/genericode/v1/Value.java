// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * What one row has in one column: a text, XML, or neither.
 *
 * <p>Source: genericode 1.0, type Value.
 *
 * @since 0.1
 */
public class Value extends XoevElement {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** SimpleValue 0..1; this, complexValue or none */
    @XmlElement(name = "SimpleValue")
    public @Nullable String simpleValue;

    /** ComplexValue 0..1 */
    @XmlElement(name = "ComplexValue")
    public @Nullable AnyContent complexValue;

    /** Attribute ColumnRef 0..1: the id of a column; absent means the column after that of the value before */
    @XmlAttribute(name = "ColumnRef")
    public @Nullable String columnRef;
}
