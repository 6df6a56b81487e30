// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public service (1.3, 1.5). The fields are those of versions 2.2.0 and 2.3.1 together; the names that only 2.3.1 has are those of the FIM
 * portal's model, their case in XML is not confirmed.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class Leistung extends XoevElement implements TransferObjekt {

    /** id 1 */
    public @Nullable Identifikator id;

    /** idSekundaer 0..n */
    public List<Identifikator> idSekundaer = new ArrayList<>();

    /** struktur 0..1 */
    public @Nullable Leistungsstruktur struktur;

    /** statusKatalog 0..1; only 2.3.1 */
    public @Nullable Code statusKatalog;

    /** statusBibliothek 0..1; only 2.3.1 */
    public @Nullable Code statusBibliothek;

    /** detailstufe 0..1; only 2.3.1 */
    public @Nullable Code detailstufe;

    /** referenzLeistungsschluessel 0..n; only 2.3.1: 14-digit Leistungsschlüssel */
    public List<Identifikator> referenzLeistungsschluessel = new ArrayList<>();

    /** referenzLeiKa 0..n; only 2.2.0: 14-digit Leistungsschlüssel */
    public List<Code> referenzLeiKa = new ArrayList<>();

    /** bezugsortTyp 0..1; only 2.3.1 */
    public @Nullable Code bezugsortTyp;

    /** modulText 0..n */
    public List<ModulText> modulText = new ArrayList<>();

    /** modulTextIndividuell 0..n */
    public List<ModulTextIndividuell> modulTextIndividuell = new ArrayList<>();

    /** modulFrist 0..n; at most one in 2.2.0 */
    public List<ModulFrist> modulFrist = new ArrayList<>();

    /** modulKosten 0..n; at most one in 2.2.0 */
    public List<ModulKosten> modulKosten = new ArrayList<>();

    /** modulBearbeitungsdauer 0..n; at most one in 2.2.0 */
    public List<ModulBearbeitungsdauer> modulBearbeitungsdauer = new ArrayList<>();

    /** modulBegriffImKontext 0..n */
    public List<ModulBegriffImKontext> modulBegriffImKontext = new ArrayList<>();

    /** modulFachlicheFreigabe 0..n; at most one in 2.2.0 */
    public List<ModulFachlicheFreigabe> modulFachlicheFreigabe = new ArrayList<>();

    /** modulAuskunftshinweis 0..n; at most one in 2.2.0 */
    public List<ModulAuskunftshinweis> modulAuskunftshinweis = new ArrayList<>();

    /** modulDokument 0..n; at most one in 2.2.0 */
    public List<ModulDokument> modulDokument = new ArrayList<>();

    /** modulUrsprungsportal 0..n */
    public List<ModulUrsprungsportal> modulUrsprungsportal = new ArrayList<>();

    /** typisierung 0..n */
    public List<Code> typisierung = new ArrayList<>();

    /** vertrauensniveau 0..1 */
    public @Nullable Code vertrauensniveau;

    /** leistungsadressat 0..n */
    public List<Code> leistungsadressat = new ArrayList<>();

    /** kennzeichenSchriftformerfordernis 0..1; only 2.2.0 */
    public @Nullable String kennzeichenSchriftformerfordernis;

    /** kennzeichenFormularSchriftformerfordernis 0..1; only 2.3.1 */
    public @Nullable String kennzeichenFormularSchriftformerfordernis;

    /** kennzeichenFormularPersoenlich 0..1; only 2.3.1 */
    public @Nullable String kennzeichenFormularPersoenlich;

    /** kennzeichenFormularFormlos 0..1; only 2.3.1 */
    public @Nullable String kennzeichenFormularFormlos;

    /** kategorie 0..n */
    public List<Leistungskategorie> kategorie = new ArrayList<>();

    /** klassifizierung 0..n */
    public List<Code> klassifizierung = new ArrayList<>();

    /** informationsbereichSDG 0..n; only 2.2.0 */
    public List<Code> informationsbereichSDG = new ArrayList<>();

    /** informationsbereicheSDG 0..1; only 2.3.1 */
    public @Nullable InformationsbereicheSDG informationsbereicheSDG;

    /** idLeistungImKontext 0..n; only 2.2.0, name not confirmed */
    public List<Identifikator> idLeistungImKontext = new ArrayList<>();

    /** idProzess 0..n; only 2.2.0, name not confirmed */
    public List<Identifikator> idProzess = new ArrayList<>();

    /** leistungImKontextID 0..n; only 2.3.1 */
    public List<Identifikator> leistungImKontextID = new ArrayList<>();

    /** prozessID 0..n; only 2.3.1 */
    public List<Identifikator> prozessID = new ArrayList<>();

    /** herausgeber 0..1 */
    public @Nullable Herausgeber herausgeber;

    /** gueltigkeitGebietID 0..n: where it is valid, usually an ARS or AGS */
    public List<Identifikator> gueltigkeitGebietID = new ArrayList<>();

    /** kennzeichenEA 0..1; only 2.2.0 */
    public @Nullable String kennzeichenEA;

    /** durchfuehrbarEinheitlicheStelle 0..n; only 2.3.1 */
    public List<Code> durchfuehrbarEinheitlicheStelle = new ArrayList<>();

    /** relevantFuerWirtschaftszweig 0..n */
    public List<Wirtschaftszweig> relevantFuerWirtschaftszweig = new ArrayList<>();

    /** relevantFuerRechtsform 0..n */
    public List<Code> relevantFuerRechtsform = new ArrayList<>();

    /** relevantFuerStaatsangehoerigkeit 0..n; at most one in 2.3.1 */
    public List<Staatsangabe> relevantFuerStaatsangehoerigkeit = new ArrayList<>();

    /** versionsinformation 0..1; only 2.2.0 */
    public @Nullable Versionsinformation versionsinformation;

    /** versionsinformationen 0..1; only 2.3.1 */
    public @Nullable Versionsinformation versionsinformationen;

    /** sprachversion 0..n */
    public List<Sprachversion> sprachversion = new ArrayList<>();

    /** gueltigkeit 0..n */
    public List<Zeitraum> gueltigkeit = new ArrayList<>();
}
