// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A Zuständigkeit with the office or online service that it belongs to (1.7).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class ZustaendigkeitTransferObjekt extends XoevElement implements TransferObjekt {

    /** uebergeordnetesObjektID 1 */
    public @Nullable Identifikator uebergeordnetesObjektID;

    /** zustaendigkeit 1 */
    public @Nullable Zustaendigkeit zustaendigkeit;
}
