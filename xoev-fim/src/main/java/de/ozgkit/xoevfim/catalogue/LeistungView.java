// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A public service (Leistung) as one place offers it, in German.
 *
 * @param id its id
 * @param key its national key; municipal services may have none
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
        List<OnlineService> onlineServices) {

    /**
     * What people want to know before they begin, as HTML to show.
     *
     * @param fees what it costs
     * @param duration how long it takes
     * @param documents what to bring
     * @param deadline by when to ask for it
     */
    public record Details(
            Optional<String> fees, Optional<String> duration, Optional<String> documents, Optional<String> deadline) {}

    public LeistungView {
        texts = Map.copyOf(texts);
        topics = Set.copyOf(topics);
        audiences = Set.copyOf(audiences);
        synonyms = List.copyOf(synonyms);
        offices = List.copyOf(offices);
        onlineServices = List.copyOf(onlineServices);
    }

    /** The text of a module as HTML to show. */
    public Optional<String> text(String textmodul) {
        return Optional.ofNullable(texts.get(textmodul));
    }
}
