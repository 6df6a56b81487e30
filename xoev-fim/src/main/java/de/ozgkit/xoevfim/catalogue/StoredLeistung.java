// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xzufi.Identifikator;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Leistungskategorie;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the catalogue keeps of a Leistung: no message object, only what a view needs. */
record StoredLeistung(LeistungView view, boolean validEverywhere, List<Area> areas, List<ServiceId> otherIds) {

    private static final int LONGEST_SUMMARY = 300;

    static StoredLeistung of(ServiceId id, Leistung leistung) {
        Words german = new WordsOf(Texts::german).in(leistung);
        List<Leistungsschluessel> keys = keys(leistung);
        LeistungView view = new LeistungView(
                id,
                keys.stream().findFirst(),
                german.title().orElse("Kein Titel"),
                german.summary().map(StoredLeistung::shortened).orElse(""),
                german.texts(),
                Level.BUND,
                topics(leistung.kategorie),
                audiences(leistung.leistungsadressat),
                german.details(),
                german.synonyms(),
                trustLevel(leistung.vertrauensniveau),
                List.of(),
                List.of(),
                keys,
                languages(leistung),
                FactsOf.of(leistung));
        return new StoredLeistung(
                view,
                leistung.gueltigkeitGebietID.isEmpty(),
                areas(leistung.gueltigkeitGebietID),
                leistung.idSekundaer.stream().map(ServiceId::of).toList());
    }

    private static Map<String, Words> languages(Leistung leistung) {
        Map<String, Words> languages = new HashMap<>();
        for (String language : Texts.languages(leistung)) {
            Words words = new WordsOf(texts -> Texts.in(language, texts)).in(leistung);
            if (!words.isEmpty()) {
                languages.put(language, words);
            }
        }
        return languages;
    }

    static List<Area> areas(List<Identifikator> ids) {
        return ids.stream().flatMap(i -> Area.of(i).stream()).toList();
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

    private static List<Leistungsschluessel> keys(Leistung leistung) {
        return Stream.concat(
                        leistung.referenzLeiKa.stream().map(Code::value),
                        leistung.referenzLeistungsschluessel.stream().flatMap(i -> Texts.given(i.value).stream()))
                .flatMap(v -> keyOf(v).stream())
                .distinct()
                .toList();
    }

    private static Optional<Leistungsschluessel> keyOf(String text) {
        try {
            return Optional.of(Leistungsschluessel.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
                onlineServices,
                view.keys(),
                view.languages(),
                view.facts());
    }
}
