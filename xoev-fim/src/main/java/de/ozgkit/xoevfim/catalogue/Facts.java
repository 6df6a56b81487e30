// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.xzufi.Fristangabe;
import de.ozgkit.xoevfim.xzufi.Kostenangabe;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a service says of itself apart from its texts. Words in it are German, as far as there are German ones.
 *
 * @param fees what it costs
 * @param deadlines by when to ask for it
 * @param durations how long it takes
 * @param documents what to bring
 * @param links where to read on; only links to the web are taken over
 * @param areas the ids of the areas where it is valid, as they are given; empty if it does not say so
 * @param validity when it is valid; empty for always
 * @since 0.1
 */
public record Facts(
        List<Fee> fees,
        List<Deadline> deadlines,
        List<Deadline> durations,
        List<Paper> documents,
        List<Link> links,
        List<String> areas,
        List<Period> validity) {

    /**
     * One fee.
     *
     * @param kind the code of the kind of fee, or words
     * @param amount how much
     * @param description HTML to show
     * @param payInAdvance whether it is paid before the work begins, if that is said
     */
    public record Fee(
            Optional<String> kind, Kostenangabe amount, Optional<String> description, Optional<Boolean> payInAdvance) {}

    /**
     * One deadline or duration.
     *
     * @param kind the code of the kind of deadline, or words
     * @param time how long, or when
     * @param description HTML to show
     */
    public record Deadline(Optional<String> kind, Fristangabe time, Optional<String> description) {}

    /**
     * One document to bring.
     *
     * @param kind the code of the kind of document, or words
     * @param title its name, plain text, may be empty
     * @param description HTML to show
     */
    public record Paper(Optional<String> kind, String title, Optional<String> description) {}

    /**
     * A link for further reading.
     *
     * @param uri where
     * @param title what it is called, plain text
     * @param language in which language it is, if that is said
     */
    public record Link(URI uri, Optional<String> title, Optional<String> language) {}

    /**
     * Days from and to; a missing end is open.
     *
     * @param from the first day
     * @param to the last day
     */
    public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {

        /** Whether a day lies in it. */
        public boolean includes(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && to.filter(day::isAfter).isEmpty();
        }
    }

    public Facts {
        fees = List.copyOf(fees);
        deadlines = List.copyOf(deadlines);
        durations = List.copyOf(durations);
        documents = List.copyOf(documents);
        links = List.copyOf(links);
        areas = List.copyOf(areas);
        validity = List.copyOf(validity);
    }

    /** Whether it is valid on a day. */
    public boolean validOn(LocalDate day) {
        return validity.isEmpty() || validity.stream().anyMatch(p -> p.includes(day));
    }
}
