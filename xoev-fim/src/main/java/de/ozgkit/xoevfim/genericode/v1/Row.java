// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row.
 *
 * <p>Source: genericode 1.0, type Row.
 *
 * @since 0.1
 */
public class Row extends XoevElement {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Value 1..n */
    @XmlElement(name = "Value")
    public List<Value> value = new ArrayList<>();
}
