// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.CaseId;
import de.ozgkit.postbox.internal.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A line to add to the timeline, and the status that it brings. The same id again changes nothing.
 *
 * @param id made together with the button that a clerk presses
 * @param caseId the application
 * @param status where it stands from now on; may be the same as before
 * @param text one German sentence for the citizen
 * @param expected until when the next step is expected
 * @since 0.1
 */
public record NewEvent(UUID id, CaseId caseId, CaseStatus status, String text, Optional<LocalDate> expected) {

    private static final int LONGEST = 1000;

    public NewEvent {
        text = Texts.line("text", text, LONGEST);
    }

    /** Without an expected date. */
    public static NewEvent of(UUID id, CaseId caseId, CaseStatus status, String text) {
        return new NewEvent(id, caseId, status, text, Optional.empty());
    }

    /** Says until when the next step is expected. */
    public NewEvent expecting(LocalDate date) {
        return new NewEvent(id, caseId, status, text, Optional.of(date));
    }

    @Override
    public String toString() {
        return "NewEvent[" + id + ", " + status + "]";
    }
}
