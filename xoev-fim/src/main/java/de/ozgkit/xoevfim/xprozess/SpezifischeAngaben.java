// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only one kind of step has. Each field names the kinds that have it.
 *
 * <p>Source: XProzess 2.0, elements spezifischeAttribute1 to 8 of type SpezifischeAttribute.
 *
 * @since 0.1
 */
public class SpezifischeAngaben extends XoevElement {

    /** bereitgestellteDaten 1..n in kinds 2 and 7 */
    public List<DatenBereitgestellt> bereitgestellteDaten = new ArrayList<>();

    /** empfangeneDaten 1..n in kinds 1 and 7 */
    public List<DatenEmpfangen> empfangeneDaten = new ArrayList<>();

    /** mitwirkungspflicht 1 in kind 7 */
    public @Nullable Boolean mitwirkungspflicht;

    /** beteiligungsform 0..1 in kind 7; code list urn:de:xprozess:codeliste:beteiligungsform */
    public @Nullable Code beteiligungsform;

    /** formellePruefung 1..n in kind 3; code list urn:de:xprozess:codeliste:formellepruefung */
    public List<Code> formellePruefung = new ArrayList<>();

    /** hilfsmittel 1 in kinds 4 and 5 */
    public @Nullable String hilfsmittel;

    /** entscheidungsart 1 in kind 5; code list urn:de:xprozess:codeliste:entscheidungsart */
    public @Nullable Code entscheidungsart;

    /** bearbeitungsart 1 in kind 6; code list urn:de:xprozess:codeliste:bearbeitungsart */
    public @Nullable Code bearbeitungsart;

    /** beschreibung 1 in kind 8 */
    public @Nullable String beschreibung;
}
