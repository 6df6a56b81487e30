// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message.
 *
 * <p>Source: XProzess 2.0, type Nachrichtenkopf.
 *
 * @since 0.1
 */
public class Nachrichtenkopf extends XoevElement {

    /** nachrichtUUID 1 */
    public @Nullable String nachrichtUUID;

    /** nachrichtentyp 1: code list urn:de:xprozess:codeliste:nachricht */
    public @Nullable Code nachrichtentyp;

    /** erstellungszeitpunkt 1 */
    public @Nullable XMLGregorianCalendar erstellungszeitpunkt;

    /** leser 0..1 */
    public @Nullable String leser;

    /** autor 0..1 */
    public @Nullable String autor;
}
