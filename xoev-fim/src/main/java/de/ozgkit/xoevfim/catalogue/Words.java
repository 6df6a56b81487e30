// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service says of itself in one language, and in this language only.
 *
 * @param title what citizens call it, plain text
 * @param summary one or two sentences, plain text
 * @param texts all texts as HTML to show, by the code of the text module
 * @param details fees, duration, documents, deadline as HTML to show
 * @param synonyms other words for it
 * @since 0.1
 */
public record Words(
        Optional<String> title,
        Optional<String> summary,
        Map<String, String> texts,
        LeistungView.Details details,
        List<String> synonyms) {

    public Words {
        texts = Map.copyOf(texts);
        synonyms = List.copyOf(synonyms);
    }

    boolean isEmpty() {
        return title.isEmpty() && summary.isEmpty() && texts.isEmpty() && synonyms.isEmpty() && details.isEmpty();
    }
}
