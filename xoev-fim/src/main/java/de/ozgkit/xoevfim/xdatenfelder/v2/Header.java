// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Head of every message.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Header extends XoevElement {

    /** nachrichtID 1 */
    public @Nullable String nachrichtID;

    /** erstellungszeitpunkt 1 */
    public @Nullable XMLGregorianCalendar erstellungszeitpunkt;

    /** referenzID 0..1 */
    public @Nullable String referenzID;
}
