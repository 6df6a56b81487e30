// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A Leistung made more precise by an editor (1.8). Its inner structure is not known and kept as it came.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class Spezialisierung extends XoevElement implements TransferObjekt {

    /** id 1 */
    public @Nullable Identifikator id;
}
