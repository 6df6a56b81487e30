// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Who changed it when, and what state it is in.
 *
 * <p>Source: XProzess 2.0, type Zustandsangaben.
 *
 * @since 0.1
 */
public class Zustandsangaben extends XoevElement {

    /** erstellungszeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar erstellungszeitpunkt;

    /** letzterAenderungszeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar letzterAenderungszeitpunkt;

    /** letzterBearbeiter 0..1 */
    public @Nullable String letzterBearbeiter;

    /** status 0..1: code list urn:de:xprozess:codeliste:status */
    public @Nullable Code status;

    /** anmerkungLetzteAenderung 0..1 */
    public @Nullable String anmerkungLetzteAenderung;

    /** gueltigkeitszeitraum 0..1 */
    public @Nullable Zeitraum gueltigkeitszeitraum;

    /** fachlicherFreigabezeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar fachlicherFreigabezeitpunkt;

    /** formellerFreigabezeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar formellerFreigabezeitpunkt;
}
