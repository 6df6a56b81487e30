// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Names a column of a key.
 *
 * <p>Source: genericode 1.0, type KeyColumnRef.
 *
 * @since 0.1
 */
public class KeyColumnRef extends XoevElement {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Attribute Ref 1: the id of a column */
    @XmlAttribute(name = "Ref")
    public @Nullable String ref;
}
