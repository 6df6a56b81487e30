// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/**
 * A legal or other basis, with a link.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Rechtsbezug {

    /** The text. */
    @XmlValue
    public @Nullable String text;

    /** Attribute link 0..1 */
    @XmlAttribute
    public @Nullable String link;
}
