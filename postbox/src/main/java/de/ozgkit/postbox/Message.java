// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.CaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One message between office and applicant. Its content is personal and not in {@link #toString}.
 *
 * @param id made by the sender
 * @param caseId the application that it belongs to
 * @param kind what it is, and with that its direction
 * @param office the office that wrote it, or that it was written to
 * @param subject one line
 * @param text what is said
 * @param attachments files
 * @param sentAt when it was sent
 * @param due until when an answer is wanted
 * @param inReplyTo the question that this answers
 * @param readAt when the applicant opened it first; empty for what the applicant wrote
 * @since 0.1
 */
public record Message(
        MessageId id,
        CaseId caseId,
        Kind kind,
        Office office,
        String subject,
        String text,
        List<Attachment> attachments,
        Instant sentAt,
        Optional<LocalDate> due,
        Optional<MessageId> inReplyTo,
        Optional<Instant> readAt) {

    /** What a message is. All but {@link #REPLY} lie in the applicant's postbox. */
    public enum Kind {
        /** The office wants to know or to have something. */
        QUESTION("Rückfrage"),
        /** The decision. */
        NOTICE("Bescheid"),
        /** Good to know, nothing to do. */
        INFO("Mitteilung"),
        /** What the applicant wrote to the office. */
        REPLY("Ihre Nachricht");

        private final String germanName;

        Kind(String germanName) {
            this.germanName = germanName;
        }

        /** The word for citizens. */
        public String germanName() {
            return germanName;
        }
    }

    public Message {
        attachments = List.copyOf(attachments);
    }

    /** Whether the office wrote it. */
    public boolean fromOffice() {
        return kind != Kind.REPLY;
    }

    /** Whether the applicant has not opened it yet. */
    public boolean unread() {
        return fromOffice() && readAt.isEmpty();
    }

    @Override
    public String toString() {
        return "Message[" + id + ", " + kind + "]";
    }
}
