// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A public service (Leistung) as one place offers it, whichever version of XZuFi tells of it. Texts are German; what else a sender wrote is
 * in {@link #languages}.
 *
 * @param id its id
 * @param key the first of its national keys; municipal services may have none
 * @param title what citizens call it, plain text
 * @param summary one or two sentences, plain text, may be empty
 * @param texts all texts as HTML to show, by the code of the text module ("06" is the full text)
 * @param level for how large an area it is described
 * @param topics under which topics it is found
 * @param audiences for whom it is
 * @param details fees, duration, documents, deadline
 * @param synonyms other words for it
 * @param trustLevel how surely a person must be known, if the service itself says so
 * @param offices who is competent here, the nearest first
 * @param onlineServices where it can be applied for online, the nearest first
 * @param keys all its national keys
 * @param languages what it says in each language, by two or three small letters: de, en
 * @param facts fees, deadlines, documents, links, areas and validity one by one
 * @since 0.1
 */
public record LeistungView(
        ServiceId id,
        Optional<Leistungsschluessel> key,
        String title,
        String summary,
        Map<String, String> texts,
        Level level,
        Set<Topic> topics,
        Set<Audience> audiences,
        Details details,
        List<String> synonyms,
        Optional<TrustLevel> trustLevel,
        List<Office> offices,
        List<OnlineService> onlineServices,
        List<Leistungsschluessel> keys,
        Map<String, Words> languages,
        Facts facts) {

    private static final String GERMAN = "de";

    /**
     * What people want to know before they begin, as HTML to show.
     *
     * @param fees what it costs
     * @param duration how long it takes
     * @param documents what to bring
     * @param deadline by when to ask for it
     */
    public record Details(
            Optional<String> fees, Optional<String> duration, Optional<String> documents, Optional<String> deadline) {

        boolean isEmpty() {
            return fees.isEmpty() && duration.isEmpty() && documents.isEmpty() && deadline.isEmpty();
        }
    }

    public LeistungView {
        texts = Map.copyOf(texts);
        topics = Set.copyOf(topics);
        audiences = Set.copyOf(audiences);
        synonyms = List.copyOf(synonyms);
        offices = List.copyOf(offices);
        onlineServices = List.copyOf(onlineServices);
        keys = List.copyOf(keys);
        languages = Map.copyOf(languages);
    }

    /** The text of a module as HTML to show. */
    public Optional<String> text(String textmodul) {
        return Optional.ofNullable(texts.get(textmodul));
    }

    /** The title for a reader: in the language of the locale, else in German. */
    public String title(Locale reader) {
        return words(reader).flatMap(Words::title).orElse(title);
    }

    /** The text of a module for a reader as HTML to show: in the language of the locale, else in German. */
    public Optional<String> text(String textmodul, Locale reader) {
        return words(reader)
                .flatMap(words -> Optional.ofNullable(words.texts().get(textmodul)))
                .or(() -> text(textmodul));
    }

    /** Everything that is said in the language of a locale, and in no other; empty if there is nothing. */
    public Optional<Words> words(Locale reader) {
        String language = reader.getLanguage().isEmpty() ? GERMAN : reader.getLanguage();
        return Optional.ofNullable(languages.get(language));
    }
}
