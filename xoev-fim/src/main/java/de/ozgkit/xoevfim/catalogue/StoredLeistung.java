// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xzufi.Frist;
import de.ozgkit.xoevfim.xzufi.Identifikator;
import de.ozgkit.xoevfim.xzufi.Kosten;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Leistungskategorie;
import de.ozgkit.xoevfim.xzufi.StringLocalized;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the catalogue keeps of a Leistung: no message object, only what a view needs. */
record StoredLeistung(LeistungView view, boolean validEverywhere, List<Area> areas) {

    private static final String NAME = "02";
    private static final String CITIZEN_NAME = "03";
    private static final String SHORT_TEXT = "05";
    private static final String DOCUMENTS = "08";
    private static final String TEASER = "24";
    private static final int LONGEST_SUMMARY = 300;

    static StoredLeistung of(ServiceId id, Leistung leistung) {
        Map<String, String> texts = texts(leistung);
        Map<String, String> names = names(leistung);
        String title = Optional.ofNullable(names.get(CITIZEN_NAME))
                .or(() -> Optional.ofNullable(names.get(NAME)))
                .orElse("Kein Titel");
        String summary = Stream.of(TEASER, SHORT_TEXT)
                .flatMap(code -> Optional.ofNullable(names.get(code)).stream())
                .findFirst()
                .orElse("");
        LeistungView view = new LeistungView(
                id,
                key(leistung),
                title,
                shortened(summary),
                texts,
                Level.BUND,
                topics(leistung.kategorie),
                audiences(leistung.leistungsadressat),
                details(leistung, texts),
                synonyms(leistung),
                trustLevel(leistung.vertrauensniveau),
                List.of(),
                List.of());
        return new StoredLeistung(view, leistung.gueltigkeitGebietID.isEmpty(), areas(leistung.gueltigkeitGebietID));
    }

    static List<Area> areas(List<Identifikator> ids) {
        return ids.stream()
                .flatMap(i -> Texts.given(i.value).stream())
                .flatMap(v -> Area.of(v).stream())
                .toList();
    }

    /**
     * The trust level of a code of {@code urn:xoev-de:fim:codeliste:vertrauensniveau}. The codes are confirmed, their meaning is not; 00
     * (not said) and 10 ask for no log-in.
     */
    static Optional<TrustLevel> trustLevel(@Nullable Code code) {
        return switch (code == null ? "" : code.value()) {
            case "15" -> Optional.of(TrustLevel.BASIC);
            case "20" -> Optional.of(TrustLevel.LOW);
            case "30" -> Optional.of(TrustLevel.SUBSTANTIAL);
            case "40" -> Optional.of(TrustLevel.HIGH);
            default -> Optional.empty();
        };
    }

    private static Optional<Leistungsschluessel> key(Leistung leistung) {
        return leistung.referenzLeiKa.stream()
                .map(Code::value)
                .flatMap(v -> keyOf(v).stream())
                .findFirst();
    }

    private static Optional<Leistungsschluessel> keyOf(String text) {
        try {
            return Optional.of(Leistungsschluessel.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(Leistung leistung) {
        Map<String, String> texts = new TreeMap<>();
        leistung.modulText.forEach(m -> Optional.ofNullable(m.leikaTextmodul)
                .ifPresent(code -> Texts.html(m.inhalt).ifPresent(html -> texts.putIfAbsent(code.value(), html))));
        return texts;
    }

    private static Map<String, String> names(Leistung leistung) {
        Map<String, String> names = new TreeMap<>();
        leistung.modulText.forEach(m -> Optional.ofNullable(m.leikaTextmodul)
                .ifPresent(code -> Texts.plain(m.inhalt).ifPresent(text -> names.putIfAbsent(code.value(), text))));
        return names;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_SUMMARY) {
            return text;
        }
        int blank = text.lastIndexOf(' ', LONGEST_SUMMARY);
        return text.substring(0, blank > 0 ? blank : LONGEST_SUMMARY) + " …";
    }

    private static Set<Topic> topics(List<Leistungskategorie> categories) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (Leistungskategorie category : categories) {
            Stream.concat(
                            category.bezeichnung.stream().map(b -> b.value),
                            Stream.of(category.id == null ? null : category.id.value))
                    .flatMap(text -> Texts.given(text).stream())
                    .flatMap(text -> Topic.of(text).stream())
                    .forEach(topics::add);
        }
        return topics;
    }

    private static Set<Audience> audiences(List<Code> codes) {
        return codes.stream().flatMap(c -> Audience.of(c.value()).stream()).collect(Collectors.toSet());
    }

    private static List<String> synonyms(Leistung leistung) {
        return leistung.modulBegriffImKontext.stream()
                .flatMap(m -> m.begriffImKontext.stream())
                .flatMap(b -> Optional.ofNullable(b.begriff).stream())
                .flatMap(b -> Texts.plain(List.of(b)).stream())
                .distinct()
                .toList();
    }

    private static LeistungView.Details details(Leistung leistung, Map<String, String> texts) {
        Optional<String> fees = Optional.ofNullable(leistung.modulKosten)
                .flatMap(m -> joined(m.beschreibung, m.kosten.stream().map((Kosten k) -> k.beschreibung)));
        Optional<String> duration = Optional.ofNullable(leistung.modulBearbeitungsdauer)
                .flatMap(
                        m -> joined(m.beschreibung, m.bearbeitungsdauer.stream().map((Frist f) -> f.beschreibung)));
        Optional<String> documents = Optional.ofNullable(texts.get(DOCUMENTS))
                .or(() -> Optional.ofNullable(leistung.modulDokument)
                        .flatMap(m -> joined(
                                m.beschreibung, m.dokumentEingehend.stream().map(d -> d.bezeichnung))));
        Optional<String> deadline = Optional.ofNullable(leistung.modulFrist)
                .flatMap(m -> joined(m.beschreibung, m.frist.stream().map((Frist f) -> f.beschreibung)));
        return new LeistungView.Details(fees, duration, documents, deadline);
    }

    private static Optional<String> joined(List<StringLocalized> first, Stream<List<StringLocalized>> more) {
        String all = Stream.concat(Stream.of(first), more)
                .flatMap(texts -> Texts.html(texts).stream())
                .map(html -> html.startsWith("<") ? html : "<p>" + html + "</p>")
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** The view for one place. */
    LeistungView at(Level level, List<Office> offices, List<OnlineService> onlineServices) {
        return new LeistungView(
                view.id(),
                view.key(),
                view.title(),
                view.summary(),
                view.texts(),
                level,
                view.topics(),
                view.audiences(),
                view.details(),
                view.synonyms(),
                view.trustLevel(),
                offices,
                onlineServices);
    }
}
