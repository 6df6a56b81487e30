// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Message 0103: a group with all it contains.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "xdatenfelder.datenfeldgruppe.0103")
public final class DatenfeldgruppeNachricht extends Nachricht {

    /** datenfeldgruppe 1 */
    public @Nullable Datenfeldgruppe datenfeldgruppe;
}
