// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.xoev.Code;
import java.util.List;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Moves what 2.2.0 says to where 2.3.1 says it (1.5). */
final class ToVersion231 {

    private final Losses losses;

    ToVersion231(Consumer<Finding> findings) {
        this.losses = new Losses(XZuFiVersion.V2_3_1, findings);
    }

    void convert(Leistung leistung) {
        leistung.referenzLeiKa.forEach(key -> leistung.referenzLeistungsschluessel.add(key(key)));
        leistung.referenzLeiKa.clear();
        if (leistung.kennzeichenSchriftformerfordernis != null) {
            leistung.kennzeichenFormularSchriftformerfordernis = leistung.kennzeichenSchriftformerfordernis;
            leistung.kennzeichenSchriftformerfordernis = null;
        }
        if (!leistung.informationsbereichSDG.isEmpty()) {
            InformationsbereicheSDG areas = new InformationsbereicheSDG();
            areas.informationsbereichSDG1.addAll(leistung.informationsbereichSDG);
            leistung.informationsbereicheSDG = areas;
            leistung.informationsbereichSDG.clear();
        }
        Moves.all(leistung.idLeistungImKontext, leistung.leistungImKontextID);
        Moves.all(leistung.idProzess, leistung.prozessID);
        leistung.kennzeichenEA = losses.dropped("leistung/kennzeichenEA", leistung.kennzeichenEA);
        if (leistung.versionsinformation != null) {
            leistung.versionsinformationen = leistung.versionsinformation;
            leistung.versionsinformation = null;
        }
        nationalities(leistung);
        if (leistung.struktur != null) {
            structure(leistung.struktur);
        }
        leistung.modulDokument.forEach(this::documents);
        leistung.modulKosten.forEach(module -> module.kosten.forEach(ToVersion231::link));
        leistung.reihenfolge(List.of());
    }

    private static Identifikator key(Code key) {
        Identifikator id = new Identifikator();
        id.value = key.value();
        id.schemeURI = key.listURI;
        id.schemeVersionID = key.listVersionID;
        return id;
    }

    private static void nationalities(Leistung leistung) {
        if (leistung.relevantFuerStaatsangehoerigkeit.stream()
                .allMatch(s -> s.value().isEmpty())) {
            return;
        }
        Staatsangabe all = new Staatsangabe();
        for (Staatsangabe one : leistung.relevantFuerStaatsangehoerigkeit) {
            Code code = Code.of(one.listURI, one.value());
            code.name = one.name;
            code.listVersionID = one.listVersionID;
            all.staatsangehoerigkeit.add(code);
        }
        leistung.relevantFuerStaatsangehoerigkeit.clear();
        leistung.relevantFuerStaatsangehoerigkeit.add(all);
    }

    private void structure(Leistungsstruktur structure) {
        Verrichtung action = structure.verrichtung;
        if (action != null) {
            structure.verrichtungLeiKa = action.verrichtungLeiKa;
            losses.drop("struktur/verrichtung", action.weitere);
            structure.verrichtung = null;
        }
        for (Element group : Moves.take(structure.weitere, "leistungsgruppierung")) {
            new Fund(List.of(group))
                    .code()
                    .ifPresentOrElse(
                            code -> structure.leistungsgruppierungLeiKa = Code.of(null, code),
                            () -> losses.report("struktur/leistungsgruppierung"));
        }
        structure.reihenfolge(List.of());
    }

    private void documents(ModulDokument module) {
        Moves.all(module.beschreibung, module.beschreibungEingehend);
        module.dokumentAusgehend.forEach(ToVersion231::document);
        module.dokumentEingehend.replaceAll(ToVersion231::wrapped);
        module.reihenfolge(List.of());
    }

    private static void document(Dokument document) {
        Moves.all(document.referenzFormularID, document.formularReferenz);
        Moves.rename(document, "typ", "art");
    }

    private static DokumentEingehend wrapped(DokumentEingehend plain) {
        if (plain.dokument != null) {
            return plain;
        }
        DokumentEingehend record = new DokumentEingehend();
        Dokument inner = new Dokument();
        Moves.copy(plain, inner);
        document(inner);
        record.dokument = inner;
        return record;
    }

    private static void link(Kosten fee) {
        Moves.named(fee.weitere, "linkKostenbildung").forEach(link -> {
            if (link.getElementsByTagNameNS("*", "uri").getLength() == 0) {
                Element uri = link.getOwnerDocument().createElementNS(XZuFi.NAMESPACE, "uri");
                uri.setTextContent(link.getTextContent());
                link.setTextContent("");
                link.appendChild(uri);
            }
        });
    }
}
