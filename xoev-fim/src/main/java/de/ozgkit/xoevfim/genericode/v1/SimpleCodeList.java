// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows.
 *
 * <p>Source: genericode 1.0, type SimpleCodeList.
 *
 * @since 0.1
 */
public class SimpleCodeList extends XoevElement {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Row 0..n */
    @XmlElement(name = "Row")
    public List<Row> row = new ArrayList<>();
}
