// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A synonym (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class BegriffImKontext extends XoevElement {

    /** begriff 1 */
    public @Nullable StringLocalized begriff;

    /** typ 0..1 */
    public @Nullable Code typ;
}
