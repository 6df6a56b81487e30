// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a process.
 *
 * <p>Source: XProzess 2.0, type Aktivitaetengruppe.
 *
 * @since 0.1
 */
public class Aktivitaetengruppe extends XoevElement {

    /** referenzaktivitaetengruppeTyp 1: code list urn:de:xprozess:codeliste:referenzaktivitaetengruppe */
    public @Nullable Code referenzaktivitaetengruppeTyp;

    /** referenzaktivitaetengruppeVersion 1 */
    public @Nullable String referenzaktivitaetengruppeVersion;

    /** id 1 */
    public @Nullable String id;

    /** subProzessID 1 */
    public @Nullable String subProzessID;

    /** name 1 */
    public @Nullable String name;

    /** beschreibung 0..1 */
    public @Nullable String beschreibung;

    /** handlungsgrundlage 0..n */
    public List<Handlungsgrundlage> handlungsgrundlage = new ArrayList<>();

    /** eingehendeDaten 0..n */
    public List<Daten> eingehendeDaten = new ArrayList<>();

    /** ausgehendeDaten 0..n */
    public List<Daten> ausgehendeDaten = new ArrayList<>();

    /** fachverfahren 0..n */
    public List<String> fachverfahren = new ArrayList<>();

    /** spezifischeAttribute 1 */
    public @Nullable SpezifischeAttribute spezifischeAttribute;
}
