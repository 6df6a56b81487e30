// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Zuständigkeit with the office or online service that it belongs to (1.7).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class ZustaendigkeitTransferObjekt implements TransferObjekt {

    /** uebergeordnetesObjektID 1 */
    public @Nullable Identifikator uebergeordnetesObjektID;

    /** zustaendigkeit 1 */
    public @Nullable Zustaendigkeit zustaendigkeit;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
