// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * A key, defined here or elsewhere.
 *
 * <p>Source: genericode 1.0, group KeyChoice.
 *
 * @since 0.1
 */
public abstract sealed class KeyChoice extends XoevElement permits Key, KeyRef {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Attribute Id 1: unique in the document */
    @XmlAttribute(name = "Id")
    public @Nullable String id;
}
