// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One public service as its XZuFi description tells it, independent of the place. Texts named "html" hold only the few tags that
 * {@link SafeHtml} lets through; they are empty when the description says nothing.
 *
 * @param id ours, for addresses
 * @param key the national key; some municipal services have none
 * @param title in the words of citizens
 * @param officialName the name in the national catalogue
 * @param topics where it is shown; the first is the one of the OZG catalogue unless that is hidden
 * @param areas where it is offered; empty for all of Germany
 * @param online where the Bund or the Land offers it online
 */
public record Service(
        String id,
        Optional<Leistungsschluessel> key,
        String title,
        String officialName,
        String summary,
        List<Topic> topics,
        boolean forCitizens,
        boolean forBusiness,
        List<String> synonyms,
        List<Ars> areas,
        Texts texts,
        Optional<TrustLevel> trust,
        Optional<URI> online) {

    /** The text modules of a description, in the order of a service page. */
    public record Texts(
            String fullHtml,
            String whoHtml,
            String documentsHtml,
            String procedureHtml,
            String lawHtml,
            String notesHtml,
            String cost,
            String duration,
            String deadline) {}

    public Service {
        topics = List.copyOf(topics);
        synonyms = List.copyOf(synonyms);
        areas = List.copyOf(areas);
    }
}
