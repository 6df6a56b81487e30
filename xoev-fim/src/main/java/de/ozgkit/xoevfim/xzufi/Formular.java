// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form (1.8). Its structure is not known and kept as it came.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class Formular implements TransferObjekt {

    /** id 1 */
    public @Nullable Identifikator id;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
