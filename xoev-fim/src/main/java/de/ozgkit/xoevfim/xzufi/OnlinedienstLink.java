// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A link of an online service (1.8).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class OnlinedienstLink extends XoevElement {

    /** Attribute languageCode 0..1 */
    @XmlAttribute
    public @Nullable String languageCode;

    /** typ 0..1: 01 is the service itself */
    public @Nullable Code typ;

    /** link 1 */
    public @Nullable String link;

    /** titel 0..1 */
    public @Nullable String titel;
}
