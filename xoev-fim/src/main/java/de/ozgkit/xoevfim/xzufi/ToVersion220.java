// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.xoev.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Moves what 2.3.1 says to where 2.2.0 says it (1.3). */
final class ToVersion220 {

    private final Losses losses;

    ToVersion220(Consumer<Finding> findings) {
        this.losses = new Losses(XZuFiVersion.V2_2_0, findings);
    }

    void convert(Leistung leistung) {
        leistung.referenzLeistungsschluessel.forEach(id -> leistung.referenzLeiKa.add(key(id)));
        leistung.referenzLeistungsschluessel.clear();
        if (leistung.kennzeichenFormularSchriftformerfordernis != null) {
            leistung.kennzeichenSchriftformerfordernis = leistung.kennzeichenFormularSchriftformerfordernis;
            leistung.kennzeichenFormularSchriftformerfordernis = null;
        }
        Moves.all(leistung.leistungImKontextID, leistung.idLeistungImKontext);
        Moves.all(leistung.prozessID, leistung.idProzess);
        if (leistung.informationsbereicheSDG != null) {
            leistung.informationsbereichSDG.addAll(leistung.informationsbereicheSDG.informationsbereichSDG1);
            losses.drop("leistung/informationsbereicheSDG", leistung.informationsbereicheSDG.informationsbereichSDG2);
            leistung.informationsbereicheSDG = null;
        }
        if (leistung.versionsinformationen != null) {
            leistung.versionsinformation = leistung.versionsinformationen;
            leistung.versionsinformationen = null;
        }
        drop(leistung);
        nationalities(leistung);
        if (leistung.struktur != null) {
            structure(leistung.struktur);
        }
        modules(leistung);
        leistung.reihenfolge(List.of());
    }

    private static Code key(Identifikator id) {
        Code code = Code.of(id.schemeURI, id.value == null ? "" : id.value.strip());
        code.listVersionID = id.schemeVersionID;
        return code;
    }

    private void drop(Leistung l) {
        l.statusKatalog = losses.dropped("leistung/statusKatalog", l.statusKatalog);
        l.statusBibliothek = losses.dropped("leistung/statusBibliothek", l.statusBibliothek);
        l.detailstufe = losses.dropped("leistung/detailstufe", l.detailstufe);
        l.bezugsortTyp = losses.dropped("leistung/bezugsortTyp", l.bezugsortTyp);
        l.kennzeichenFormularPersoenlich =
                losses.dropped("leistung/kennzeichenFormularPersoenlich", l.kennzeichenFormularPersoenlich);
        l.kennzeichenFormularFormlos =
                losses.dropped("leistung/kennzeichenFormularFormlos", l.kennzeichenFormularFormlos);
        losses.drop("leistung/durchfuehrbarEinheitlicheStelle", l.durchfuehrbarEinheitlicheStelle);
        l.kategorie.forEach(category -> {
            if (category.klasse != null) {
                category.klasse.typ = losses.dropped("klasse/typ", category.klasse.typ);
            }
        });
        l.sprachversion.forEach(language -> {
            language.kennzeichenMaschinelleUebersetzung = losses.dropped(
                    "sprachversion/kennzeichenMaschinelleUebersetzung", language.kennzeichenMaschinelleUebersetzung);
            language.maschinelleUebersetzung =
                    losses.dropped("sprachversion/maschinelleUebersetzung", language.maschinelleUebersetzung);
        });
    }

    private void nationalities(Leistung leistung) {
        List<Staatsangabe> codes = new ArrayList<>();
        for (Staatsangabe record : leistung.relevantFuerStaatsangehoerigkeit) {
            if (!record.value().isEmpty()) {
                codes.add(record);
            }
            for (Code code : record.staatsangehoerigkeit) {
                Staatsangabe one = new Staatsangabe();
                one.listURI = code.listURI;
                one.listVersionID = code.listVersionID;
                one.code = code.value();
                one.name = code.name;
                codes.add(one);
            }
            losses.drop("relevantFuerStaatsangehoerigkeit/staatengruppe", record.staatengruppe);
        }
        leistung.relevantFuerStaatsangehoerigkeit.clear();
        leistung.relevantFuerStaatsangehoerigkeit.addAll(codes);
    }

    private void structure(Leistungsstruktur structure) {
        if (structure.verrichtungLeiKa != null) {
            Verrichtung action = new Verrichtung();
            action.verrichtungLeiKa = structure.verrichtungLeiKa;
            structure.verrichtung = action;
            structure.verrichtungLeiKa = null;
        }
        structure.leistungsgruppierungLeiKa =
                losses.dropped("struktur/leistungsgruppierungLeiKa", structure.leistungsgruppierungLeiKa);
        structure.reihenfolge(List.of());
    }

    private void modules(Leistung l) {
        one("modulFrist", l.modulFrist, (first, next) -> {
            Moves.all(next.frist, first.frist);
            Moves.all(next.beschreibung, first.beschreibung);
            Moves.all(next.weiterfuehrenderLink, first.weiterfuehrenderLink);
        });
        one("modulKosten", l.modulKosten, (first, next) -> {
            Moves.all(next.kosten, first.kosten);
            Moves.all(next.beschreibung, first.beschreibung);
            Moves.all(next.weiterfuehrenderLink, first.weiterfuehrenderLink);
        });
        one("modulBearbeitungsdauer", l.modulBearbeitungsdauer, (first, next) -> {
            Moves.all(next.bearbeitungsdauer, first.bearbeitungsdauer);
            Moves.all(next.beschreibung, first.beschreibung);
            Moves.all(next.weiterfuehrenderLink, first.weiterfuehrenderLink);
        });
        one("modulDokument", l.modulDokument, (first, next) -> {
            Moves.all(next.dokumentEingehend, first.dokumentEingehend);
            Moves.all(next.dokumentAusgehend, first.dokumentAusgehend);
            Moves.all(next.beschreibungEingehend, first.beschreibungEingehend);
            Moves.all(next.beschreibungAusgehend, first.beschreibungAusgehend);
            Moves.all(next.weiterfuehrenderLink, first.weiterfuehrenderLink);
        });
        one("modulFachlicheFreigabe", l.modulFachlicheFreigabe, (first, next) -> {});
        one("modulAuskunftshinweis", l.modulAuskunftshinweis, (first, next) -> {});
        Stream.of(
                        l.modulText,
                        l.modulTextIndividuell,
                        l.modulFrist,
                        l.modulKosten,
                        l.modulBearbeitungsdauer,
                        l.modulBegriffImKontext,
                        l.modulFachlicheFreigabe,
                        l.modulAuskunftshinweis,
                        l.modulDokument,
                        l.modulUrsprungsportal)
                .flatMap(List::stream)
                .forEach(module -> module.zugangskanal = losses.dropped("modul/zugangskanal", module.zugangskanal));
        l.modulUrsprungsportal.forEach(
                portal -> losses.drop("modulUrsprungsportal/dynamischeParameter", portal.dynamischeParameter));
        l.modulKosten.forEach(module -> module.kosten.forEach(this::link));
        l.modulDokument.forEach(this::documents);
    }

    /** What goes into the first module goes there; the rest of the others is lost. */
    private <M extends Modul> void one(String name, List<M> modules, BiConsumer<M, M> merge) {
        while (modules.size() > 1) {
            merge.accept(modules.get(0), modules.remove(1));
            losses.report(name);
        }
    }

    private void documents(ModulDokument module) {
        Moves.all(module.beschreibungEingehend, module.beschreibung);
        losses.drop("modulDokument/beschreibungAusgehend", module.beschreibungAusgehend);
        module.dokumentAusgehend.forEach(ToVersion220::document);
        module.dokumentEingehend.replaceAll(this::unwrapped);
        module.reihenfolge(List.of());
    }

    private static void document(Dokument document) {
        Moves.all(document.formularReferenz, document.referenzFormularID);
        Moves.rename(document, "art", "typ");
    }

    private DokumentEingehend unwrapped(DokumentEingehend record) {
        if (record.dokument == null) {
            return record;
        }
        losses.dropped("dokumentEingehend/pflichtangabetyp", record.pflichtangabetyp);
        losses.drop(
                "dokumentEingehend/pflichtangabeGrundKontextabhaengigkeit",
                record.pflichtangabeGrundKontextabhaengigkeit);
        losses.dropped("dokumentEingehend/kennzeichenAusloeser", record.kennzeichenAusloeser);
        losses.drop("dokumentEingehend", record.weitere);
        DokumentEingehend plain = new DokumentEingehend();
        Moves.copy(record.dokument, plain);
        document(plain);
        return plain;
    }

    private void link(Kosten fee) {
        List<Element> links = Moves.named(fee.weitere, "linkKostenbildung");
        links.stream().skip(1).forEach(more -> {
            losses.report("kosten/linkKostenbildung");
            fee.weitere.remove(more);
        });
        links.stream().limit(1).forEach(link -> {
            var uris = link.getElementsByTagNameNS("*", "uri");
            if (uris.getLength() > 0) {
                link.setTextContent(uris.item(0).getTextContent());
                link.removeAttribute("languageCode");
            }
        });
    }
}
