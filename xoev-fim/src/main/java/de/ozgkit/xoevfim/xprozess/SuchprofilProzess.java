// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: processes.
 *
 * <p>Source: XProzess 2.0, type Suchprofil.Prozess.
 *
 * @since 0.1
 */
public class SuchprofilProzess extends XoevElement {

    /** suchtext 0..1 */
    public @Nullable String suchtext;

    /** sucheProzessidentifikation 0..n */
    public List<SuchprofilSpezifischerProzess> sucheProzessidentifikation = new ArrayList<>();

    /** sucheKlassifikation 0..1 */
    public @Nullable SuchprofilKlassifikation sucheKlassifikation;

    /** sucheHandlungsgrundlage 0..1 */
    public @Nullable String sucheHandlungsgrundlage;

    /** sucheDetaillierungsstufe 0..n: code list urn:xoev-de:xprozess:codeliste:detaillierungsstufe */
    public List<Code> sucheDetaillierungsstufe = new ArrayList<>();

    /** sucheVerwaltungspolitischeKodierung 0..n */
    public List<String> sucheVerwaltungspolitischeKodierung = new ArrayList<>();

    /** sucheMerkmal 0..1 */
    public @Nullable SuchprofilMerkmal sucheMerkmal;

    /** aenderungszeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar aenderungszeitpunkt;

    /** sucheStatus 0..n: code list urn:de:xprozess:codeliste:status */
    public List<Code> sucheStatus = new ArrayList<>();

    /** sucheGueltigkeit 0..1 */
    public @Nullable Zeitraum sucheGueltigkeit;

    /** sucheFachlicherFreigabezeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar sucheFachlicherFreigabezeitpunkt;

    /** sucheFormellerFreigabezeitpunkt 0..1 */
    public @Nullable XMLGregorianCalendar sucheFormellerFreigabezeitpunkt;

    /** sucheHatProzessmodelle 0..1 */
    public @Nullable Boolean sucheHatProzessmodelle;
}
