// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.core.CaseId;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An application that is being filled in. Its id is that of the case that it becomes, so that sending it twice is sending it once. Its
 * content is personal and not in {@link #toString}.
 *
 * @param place slug of the place
 * @param process slug of the process
 * @param applicant key of the account
 * @param answers as far as given, normalised
 * @param repeats how many times a group was opened, where more than once
 * @param submitted whether it has been sent and cannot be changed any more
 */
public record Draft(
        CaseId id,
        String place,
        String process,
        String applicant,
        Answers answers,
        Map<FieldPath, Integer> repeats,
        Instant updatedAt,
        boolean submitted) {

    public Draft {
        repeats = Map.copyOf(repeats);
    }

    Draft with(Answers changed) {
        return new Draft(id, place, process, applicant, changed, repeats, updatedAt, submitted);
    }

    /** With one more repeat of the group. */
    Draft opening(FieldPath group, int count) {
        Map<FieldPath, Integer> more = new HashMap<>(repeats);
        more.put(group, count);
        return new Draft(id, place, process, applicant, answers, more, updatedAt, submitted);
    }

    /** Where its pages are. */
    public String path() {
        return "/antrag/" + id;
    }

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
