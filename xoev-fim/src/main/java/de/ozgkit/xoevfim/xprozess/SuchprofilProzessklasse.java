// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: process classes.
 *
 * <p>Source: XProzess 2.0, type Suchprofil.Prozessklasse.
 *
 * @since 0.1
 */
public class SuchprofilProzessklasse extends XoevElement {

    /** suchtext 0..1 */
    public @Nullable String suchtext;

    /** sucheGliederungsebeneNummer 0..n */
    public List<Integer> sucheGliederungsebeneNummer = new ArrayList<>();

    /** sucheHandlungsgrundlage 0..1 */
    public @Nullable String sucheHandlungsgrundlage;

    /** sucheZiel 0..1: code list urn:xoev-de:xprozess:codeliste:operativesziel */
    public @Nullable Code sucheZiel;

    /** sucheHandlungsform 0..1: code list urn:xoev-de:xprozess:codeliste:handlungsform */
    public @Nullable Code sucheHandlungsform;

    /** sucheVerfahrensart 0..1: code list urn:xoev-de:xprozess:codeliste:verfahrensart */
    public @Nullable Code sucheVerfahrensart;

    /** sucheVerwaltungspolitischeKodierung 0..n */
    public List<String> sucheVerwaltungspolitischeKodierung = new ArrayList<>();

    /** sucheMerkmal 0..1 */
    public @Nullable SuchprofilMerkmal sucheMerkmal;

    /** sucheKlassifikation 0..1 */
    public @Nullable SuchprofilKlassifikation sucheKlassifikation;

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

    /** sucheHatProzesse 0..1 */
    public @Nullable Boolean sucheHatProzesse;
}
