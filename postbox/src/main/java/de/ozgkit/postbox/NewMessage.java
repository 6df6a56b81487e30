// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.postbox.internal.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that is about to be sent. The same id again changes nothing. Immutable; its content is personal and not in
 * {@link #toString}.
 *
 * @param id made together with the button that sends it
 * @param caseId the application that it belongs to
 * @param text what is said, at most {@value #LONGEST_TEXT} characters; may be empty if there is a file
 * @param subject one line; a usual one is used if empty
 * @param due until when an answer is wanted
 * @param attachments files, checked when the message is sent
 * @since 0.1
 */
public record NewMessage(
        MessageId id,
        CaseId caseId,
        String text,
        Optional<String> subject,
        Optional<LocalDate> due,
        List<Upload> attachments) {

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_SUBJECT = 200;

    /** @throws RejectedException with code {@code postbox.message.too_long} if the text is too long */
    public NewMessage {
        text = Texts.clean(text).strip();
        subject = subject.map(line -> Texts.line("subject", line, LONGEST_SUBJECT));
        attachments = List.copyOf(attachments);
        if (text.length() > LONGEST_TEXT) {
            throw RejectedException.telling(
                    "Der Text ist zu lang. Bitte kürzen Sie ihn auf höchstens " + LONGEST_TEXT + " Zeichen.",
                    "postbox.message.too_long",
                    "A message has at most " + LONGEST_TEXT + " characters, but this one has " + text.length());
        }
    }

    /** A message with a text. */
    public static NewMessage of(MessageId id, CaseId caseId, String text) {
        return new NewMessage(id, caseId, text, Optional.empty(), Optional.empty(), List.of());
    }

    /** With an own subject. */
    public NewMessage subject(String line) {
        return new NewMessage(id, caseId, text, Optional.of(line), due, attachments);
    }

    /** Wants an answer until this day. */
    public NewMessage due(LocalDate day) {
        return new NewMessage(id, caseId, text, subject, Optional.of(day), attachments);
    }

    /** With one more file. */
    public NewMessage attach(Upload upload) {
        List<Upload> more = new ArrayList<>(attachments);
        more.add(upload);
        return new NewMessage(id, caseId, text, subject, due, more);
    }

    @Override
    public String toString() {
        return "NewMessage[" + id + "]";
    }
}
