// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A value that a portal puts into the address of a Leistung, in version 2.3.1 (1.5).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class DynamischerParameter extends XoevElement {

    /** typ 0..1 */
    public @Nullable Code typ;

    /** parameterName 0..1 */
    public @Nullable String parameterName;
}
