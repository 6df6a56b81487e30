// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.CaseId;
import de.ozgkit.postbox.Answer;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Message;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.Office;
import de.ozgkit.postbox.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something to be delivered to an office: an application, or what an applicant wrote later. Immutable; its content is personal and not
 * in {@link #toString}.
 *
 * @param id ours, known to the peer; the same id is delivered once
 * @param caseId the application that it belongs to; what belongs to one application is delivered in order
 * @param channel the name of the channel
 * @param reference the number for people
 * @param office where it goes
 * @param serviceId the service, as the portal's catalogue names it
 * @param title one line for people
 * @param data for machines: a JSON object
 * @param answers the same for people
 * @param attachments stored files that go with it
 * @since 0.1
 */
public record Submission(
        MessageId id,
        CaseId caseId,
        String channel,
        String reference,
        Office office,
        String serviceId,
        String title,
        String data,
        List<Answer> answers,
        List<Attachment> attachments) {

    private static final String NO_CHANNEL = "";

    public Submission {
        Json.requireObject(data);
        answers = List.copyOf(answers);
        attachments = List.copyOf(attachments);
    }

    /** The application itself. Its message id is the id of the case, so that an application is handed over once. */
    public static Submission of(Case application) {
        return new Submission(
                new MessageId(application.id().value()),
                application.id(),
                NO_CHANNEL,
                application.reference(),
                application.office(),
                application.serviceId(),
                application.serviceTitle(),
                application.answersJson(),
                application.answers(),
                application.attachments());
    }

    /** What the applicant wrote about an application, with its files, under the id of that message. */
    public static Submission of(Case about, Message message) {
        if (!message.caseId().equals(about.id())) {
            throw new IllegalArgumentException("The message belongs to another application");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", message.kind().name());
        message.inReplyTo().ifPresent(question -> data.put("inReplyTo", question.toString()));
        data.put("sentAt", message.sentAt().toString());
        data.put("subject", message.subject());
        data.put("text", message.text());
        return new Submission(
                message.id(),
                about.id(),
                NO_CHANNEL,
                about.reference(),
                about.office(),
                about.serviceId(),
                message.subject(),
                Json.write(data),
                List.of(new Answer("Nachricht", message.text())),
                message.attachments());
    }

    /** Over this channel. */
    public Submission via(String name) {
        return new Submission(id, caseId, name, reference, office, serviceId, title, data, answers, attachments);
    }

    /** With other data for machines, such as what a Fachverfahren expects. */
    public Submission data(String json) {
        return new Submission(id, caseId, channel, reference, office, serviceId, title, json, answers, attachments);
    }

    @Override
    public String toString() {
        return "Submission[" + id + ", " + channel + "]";
    }
}
