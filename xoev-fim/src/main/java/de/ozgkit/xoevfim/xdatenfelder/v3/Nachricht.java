// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A message: the head and one content.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public abstract sealed class Nachricht extends XoevElement
        permits DokumentsteckbriefNachricht, StammdatenschemaNachricht, DatenfeldgruppeNachricht, DatenfeldNachricht {

    /** header 1 */
    public @Nullable Header header;
}
