// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.CaseId;
import java.time.Instant;
import java.util.List;

/**
 * One application as it was submitted, and where it stands. Its content is personal and not in {@link #toString}.
 *
 * @param id what orders, messages and deliveries carry
 * @param reference the number for people, such as {@code RE-2026-7K3M-9QXA}; says nothing about how many there are
 * @param office who is in charge
 * @param serviceId the service that is applied for, as the portal's catalogue names it
 * @param serviceTitle its name for people
 * @param applicantKey whose application it is, opaque
 * @param answersJson the answers for machines
 * @param answers the same answers for people
 * @param attachments the files that came with the application
 * @param submittedAt when it was submitted
 * @param status where it stands
 * @since 0.1
 */
public record Case(
        CaseId id,
        String reference,
        Office office,
        String serviceId,
        String serviceTitle,
        String applicantKey,
        String answersJson,
        List<Answer> answers,
        List<Attachment> attachments,
        Instant submittedAt,
        CaseStatus status) {

    public Case {
        answers = List.copyOf(answers);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Case[" + id + ", " + status + "]";
    }
}
