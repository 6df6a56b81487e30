// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A link for further reading (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class HyperlinkErweitert extends XoevElement {

    /** Attribute languageCode 0..1 */
    @XmlAttribute
    public @Nullable String languageCode;

    /** uri 1 */
    public @Nullable String uri;

    /** titel 0..1 */
    public @Nullable String titel;

    /** beschreibung 0..1 */
    public @Nullable String beschreibung;

    /** positionDarstellung 0..1 */
    public @Nullable String positionDarstellung;
}
