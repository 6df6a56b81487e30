// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public service (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class Leistung implements TransferObjekt {

    /** id 1 */
    public @Nullable Identifikator id;

    /** idSekundaer 0..n */
    public List<Identifikator> idSekundaer = new ArrayList<>();

    /** struktur 0..1 */
    public @Nullable Leistungsstruktur struktur;

    /** referenzLeiKa 0..n: 14-digit Leistungsschlüssel */
    public List<Code> referenzLeiKa = new ArrayList<>();

    /** modulText 0..n */
    public List<ModulText> modulText = new ArrayList<>();

    /** modulTextIndividuell 0..n */
    public List<ModulTextIndividuell> modulTextIndividuell = new ArrayList<>();

    /** modulFrist 0..1 */
    public @Nullable ModulFrist modulFrist;

    /** modulKosten 0..1 */
    public @Nullable ModulKosten modulKosten;

    /** modulBearbeitungsdauer 0..1 */
    public @Nullable ModulBearbeitungsdauer modulBearbeitungsdauer;

    /** modulBegriffImKontext 0..n */
    public List<ModulBegriffImKontext> modulBegriffImKontext = new ArrayList<>();

    /** modulFachlicheFreigabe 0..1 */
    public @Nullable ModulFachlicheFreigabe modulFachlicheFreigabe;

    /** modulAuskunftshinweis 0..1 */
    public @Nullable ModulAuskunftshinweis modulAuskunftshinweis;

    /** modulDokument 0..1 */
    public @Nullable ModulDokument modulDokument;

    /** modulUrsprungsportal 0..n */
    public List<ModulUrsprungsportal> modulUrsprungsportal = new ArrayList<>();

    /** typisierung 0..n */
    public List<Code> typisierung = new ArrayList<>();

    /** vertrauensniveau 0..1 */
    public @Nullable Code vertrauensniveau;

    /** leistungsadressat 0..n */
    public List<Code> leistungsadressat = new ArrayList<>();

    /** kennzeichenSchriftformerfordernis 0..1 */
    public @Nullable Boolean kennzeichenSchriftformerfordernis;

    /** kategorie 0..n */
    public List<Leistungskategorie> kategorie = new ArrayList<>();

    /** klassifizierung 0..n */
    public List<Code> klassifizierung = new ArrayList<>();

    /** informationsbereichSDG 0..n */
    public List<Code> informationsbereichSDG = new ArrayList<>();

    /** idLeistungImKontext 0..n, name not confirmed */
    public List<Identifikator> idLeistungImKontext = new ArrayList<>();

    /** idProzess 0..n, name not confirmed */
    public List<Identifikator> idProzess = new ArrayList<>();

    /** herausgeber 0..1 */
    public @Nullable Herausgeber herausgeber;

    /** gueltigkeitGebietID 0..n: where it is valid, usually an ARS or AGS */
    public List<Identifikator> gueltigkeitGebietID = new ArrayList<>();

    /** kennzeichenEA 0..1 */
    public @Nullable Boolean kennzeichenEA;

    /** relevantFuerWirtschaftszweig 0..n */
    public List<Wirtschaftszweig> relevantFuerWirtschaftszweig = new ArrayList<>();

    /** relevantFuerRechtsform 0..n */
    public List<Code> relevantFuerRechtsform = new ArrayList<>();

    /** relevantFuerStaatsangehoerigkeit 0..n */
    public List<Code> relevantFuerStaatsangehoerigkeit = new ArrayList<>();

    /** versionsinformation 0..1 */
    public @Nullable Versionsinformation versionsinformation;

    /** sprachversion 0..n */
    public List<Sprachversion> sprachversion = new ArrayList<>();

    /** gueltigkeit 0..n */
    public List<Zeitraum> gueltigkeit = new ArrayList<>();

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
