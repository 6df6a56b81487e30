// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a process.
 *
 * <p>Source: XProzess 2.0, type Prozesssteckbrief.
 *
 * @since 0.1
 */
public class Prozesssteckbrief extends XoevElement {

    /** definition 0..1 */
    public @Nullable String definition;

    /** beschreibung 0..1 */
    public @Nullable String beschreibung;

    /** ausloeser 0..n */
    public List<AusloeserErgebnis> ausloeser = new ArrayList<>();

    /** ergebnis 0..n */
    public List<AusloeserErgebnis> ergebnis = new ArrayList<>();

    /** prozessteilnehmer 0..n */
    public List<Prozessteilnehmer> prozessteilnehmer = new ArrayList<>();

    /** handlungsgrundlage 0..n */
    public List<Handlungsgrundlage> handlungsgrundlage = new ArrayList<>();

    /** detaillierungsstufe 0..1, 101 to 105; code list urn:xoev-de:xprozess:codeliste:detaillierungsstufe */
    public @Nullable Code detaillierungsstufe;

    /** verwaltungspolitischeKodierung 0..n */
    public List<VerwaltungspolitischeKodierung> verwaltungspolitischeKodierung = new ArrayList<>();

    /** zielvorgaben 0..1 */
    public @Nullable String zielvorgaben;

    /** merkmal 0..n */
    public List<Merkmal> merkmal = new ArrayList<>();
}
