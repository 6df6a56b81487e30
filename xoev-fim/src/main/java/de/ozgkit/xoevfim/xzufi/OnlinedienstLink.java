// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link of an online service (1.8).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class OnlinedienstLink {

    /** Attribute languageCode 0..1 */
    @XmlAttribute
    public @Nullable String languageCode;

    /** typ 0..1: 01 is the service itself */
    public @Nullable Code typ;

    /** link 1 */
    public @Nullable String link;

    /** titel 0..1 */
    public @Nullable String titel;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
