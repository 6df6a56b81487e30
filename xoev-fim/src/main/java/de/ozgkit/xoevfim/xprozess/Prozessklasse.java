// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process class: what is carried out, for which there are processes. One for each service.
 *
 * <p>Source: XProzess 2.0, type Prozessklasse.
 *
 * @since 0.1
 */
public class Prozessklasse extends XoevElement {

    /** id 1: the Leistungsschlüssel, if it stands for a service */
    public @Nullable String id;

    /** version 0..1 */
    public @Nullable String version;

    /** gliederungsebene 0..1 */
    public @Nullable Gliederungsebene gliederungsebene;

    /** uebergeordneteProzessklasseID 0..1 */
    public @Nullable String uebergeordneteProzessklasseID;

    /** abgeloesteProzessklasse 0..n; real exporters write an empty one */
    public List<ReferenzProzessklasse> abgeloesteProzessklasse = new ArrayList<>();

    /** name 1 */
    public @Nullable String name;

    /** bezeichnung 0..1 */
    public @Nullable String bezeichnung;

    /** definition 0..1 */
    public @Nullable String definition;

    /** handlungsgrundlage 0..n */
    public List<Handlungsgrundlage> handlungsgrundlage = new ArrayList<>();

    /** zwecksetzung 0..1: code list urn:xoev-de:xprozess:codeliste:zwecksetzung */
    public @Nullable Code zwecksetzung;

    /** operativesZiel 0..1: code list urn:xoev-de:xprozess:codeliste:operativesziel */
    public @Nullable Code operativesZiel;

    /** handlungsform 0..1: code list urn:xoev-de:xprozess:codeliste:handlungsform */
    public @Nullable Code handlungsform;

    /** verfahrensart 0..1: code list urn:xoev-de:xprozess:codeliste:verfahrensart */
    public @Nullable Code verfahrensart;

    /** fachlichFreigebendeStelle 0..1 */
    public @Nullable String fachlichFreigebendeStelle;

    /** verwaltungspolitischeKodierung 0..n */
    public List<VerwaltungspolitischeKodierung> verwaltungspolitischeKodierung = new ArrayList<>();

    /** merkmal 0..n */
    public List<Merkmal> merkmal = new ArrayList<>();

    /** klassifikation 0..n */
    public List<Klassifikation> klassifikation = new ArrayList<>();

    /** schlagwort 0..n */
    public List<String> schlagwort = new ArrayList<>();

    /** zustandsangaben 0..1 */
    public @Nullable Zustandsangaben zustandsangaben;

    /** The service that the class stands for, if its id is a Leistungsschlüssel. */
    public Optional<Leistungsschluessel> leistungsschluessel() {
        return key(id);
    }

    static Optional<Leistungsschluessel> key(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(Leistungsschluessel.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
