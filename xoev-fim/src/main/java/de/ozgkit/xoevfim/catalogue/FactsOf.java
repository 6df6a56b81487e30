// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.xzufi.Dokument;
import de.ozgkit.xoevfim.xzufi.Frist;
import de.ozgkit.xoevfim.xzufi.HyperlinkErweitert;
import de.ozgkit.xoevfim.xzufi.Kosten;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Wert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the facts out of a Leistung. */
final class FactsOf {

    private FactsOf() {}

    static Facts of(Leistung leistung) {
        return new Facts(
                leistung.modulKosten.stream()
                        .flatMap(m -> m.kosten.stream())
                        .map(FactsOf::fee)
                        .toList(),
                leistung.modulFrist.stream()
                        .flatMap(m -> m.frist.stream())
                        .map(FactsOf::deadline)
                        .toList(),
                leistung.modulBearbeitungsdauer.stream()
                        .flatMap(m -> m.bearbeitungsdauer.stream())
                        .map(FactsOf::deadline)
                        .toList(),
                leistung.modulDokument.stream()
                        .flatMap(m -> m.dokumentEingehend.stream())
                        .map(d -> paper(d.selbst()))
                        .toList(),
                links(leistung),
                leistung.gueltigkeitGebietID.stream()
                        .flatMap(i -> Texts.given(i.value).stream())
                        .toList(),
                leistung.gueltigkeit.stream()
                        .map(z -> new Facts.Period(Wert.tag(z.beginn), Wert.tag(z.ende)))
                        .toList());
    }

    private static Facts.Fee fee(Kosten fee) {
        return new Facts.Fee(fee.typ(), fee.angabe(), Texts.html(fee.beschreibung), Wert.bool(fee.vorkasse));
    }

    private static Facts.Deadline deadline(Frist deadline) {
        return new Facts.Deadline(deadline.typ(), deadline.angabe(), Texts.html(deadline.beschreibung));
    }

    private static Facts.Paper paper(Dokument document) {
        return new Facts.Paper(
                document.art(), Texts.plain(document.bezeichnung).orElse(""), Texts.html(document.beschreibung));
    }

    private static List<Facts.Link> links(Leistung leistung) {
        return Stream.of(
                        leistung.modulText.stream().map(m -> m.weiterfuehrenderLink),
                        leistung.modulTextIndividuell.stream().map(m -> m.weiterfuehrenderLink),
                        leistung.modulFrist.stream().map(m -> m.weiterfuehrenderLink),
                        leistung.modulKosten.stream().map(m -> m.weiterfuehrenderLink),
                        leistung.modulBearbeitungsdauer.stream().map(m -> m.weiterfuehrenderLink),
                        leistung.modulAuskunftshinweis.stream().map(m -> m.weiterfuehrenderLink),
                        leistung.modulDokument.stream().map(m -> m.weiterfuehrenderLink))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .flatMap(link -> link(link).stream())
                .distinct()
                .toList();
    }

    private static Optional<Facts.Link> link(HyperlinkErweitert link) {
        return Texts.given(link.uri)
                .flatMap(Texts::webLink)
                .map(uri -> new Facts.Link(uri, Texts.given(link.titel), Texts.given(link.languageCode)));
    }
}
