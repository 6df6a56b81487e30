// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.internal.Html;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.ModulText;
import de.ozgkit.xoevfim.xzufi.StringLocalized;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the words out of a Leistung that a choice of language picks. */
final class WordsOf {

    private static final String NAME = "02";
    private static final String CITIZEN_NAME = "03";
    private static final String SHORT_TEXT = "05";
    private static final String DOCUMENTS = "08";
    private static final String TEASER = "24";

    private final Function<List<StringLocalized>, Optional<String>> choice;

    WordsOf(Function<List<StringLocalized>, Optional<String>> choice) {
        this.choice = choice;
    }

    Words in(Leistung leistung) {
        Map<String, String> raw = new TreeMap<>();
        for (ModulText module : leistung.modulText) {
            if (module.leikaTextmodul != null) {
                String code = module.leikaTextmodul.value();
                choice.apply(module.inhalt).ifPresent(text -> raw.putIfAbsent(code, text));
            }
        }
        Map<String, String> texts = new TreeMap<>();
        raw.forEach((code, text) -> Texts.given(Html.safe(text)).ifPresent(html -> texts.put(code, html)));
        return new Words(
                plain(raw, CITIZEN_NAME, NAME),
                plain(raw, TEASER, SHORT_TEXT),
                texts,
                details(leistung, texts),
                synonyms(leistung));
    }

    private static Optional<String> plain(Map<String, String> raw, String... codes) {
        return Stream.of(codes)
                .flatMap(code -> Optional.ofNullable(raw.get(code)).stream())
                .map(Html::plain)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private List<String> synonyms(Leistung leistung) {
        return leistung.modulBegriffImKontext.stream()
                .flatMap(m -> m.begriffImKontext.stream())
                .flatMap(b -> Optional.ofNullable(b.begriff).stream())
                .flatMap(b -> choice.apply(List.of(b)).stream())
                .map(Html::plain)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private LeistungView.Details details(Leistung leistung, Map<String, String> texts) {
        Optional<String> fees = joined(leistung.modulKosten.stream()
                .flatMap(m -> with(m.beschreibung, m.kosten.stream().map(k -> k.beschreibung))));
        Optional<String> duration = joined(leistung.modulBearbeitungsdauer.stream()
                .flatMap(m -> with(m.beschreibung, m.bearbeitungsdauer.stream().map(d -> d.beschreibung))));
        Optional<String> documents = Optional.ofNullable(texts.get(DOCUMENTS))
                .or(() -> joined(leistung.modulDokument.stream()
                        .flatMap(m -> Stream.concat(
                                Stream.of(m.beschreibung, m.beschreibungEingehend),
                                m.dokumentEingehend.stream().map(d -> d.selbst().bezeichnung)))));
        Optional<String> deadline = joined(leistung.modulFrist.stream()
                .flatMap(m -> with(m.beschreibung, m.frist.stream().map(f -> f.beschreibung))));
        return new LeistungView.Details(fees, duration, documents, deadline);
    }

    private static Stream<List<StringLocalized>> with(List<StringLocalized> first, Stream<List<StringLocalized>> more) {
        return Stream.concat(Stream.of(first), more);
    }

    private Optional<String> joined(Stream<List<StringLocalized>> all) {
        String html = all.flatMap(texts -> choice.apply(texts).stream())
                .map(Html::safe)
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith("<") ? text : "<p>" + text + "</p>")
                .collect(Collectors.joining("\n"));
        return html.isEmpty() ? Optional.empty() : Optional.of(html);
    }
}
