// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the timeline: written once, never changed.
 *
 * @param id made by whoever caused it
 * @param at when it happened
 * @param status where the application stood afterwards
 * @param text one German sentence for the citizen
 * @param expected until when the next step is expected, if that can be said
 * @since 0.1
 */
public record CaseEvent(UUID id, Instant at, CaseStatus status, String text, Optional<LocalDate> expected) {

    @Override
    public String toString() {
        return "CaseEvent[" + id + ", " + status + "]";
    }
}
