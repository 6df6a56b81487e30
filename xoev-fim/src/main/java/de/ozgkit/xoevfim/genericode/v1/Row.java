// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One row.
 *
 * <p>Source: genericode 1.0, type Row.
 *
 * @since 0.1
 */
public class Row {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Value 1..n */
    @XmlElement(name = "Value")
    public List<Value> value = new ArrayList<>();

    /** Elements that the model does not know, or null. */
    @XmlAnyElement
    public @Nullable List<Element> weitere;

    /** Attributes that the model does not know, or null. */
    @XmlAnyAttribute
    public @Nullable Map<QName, String> weitereAttribute;
}
