// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.mailbox;

import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Words;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.Message;
import java.util.List;

/** A message in the postbox as the pages show it. */
public record MessageView(
        String subject,
        String from,
        String kind,
        String when,
        boolean unread,
        String text,
        String due,
        List<Ui.FileLine> files,
        String read,
        String path,
        String casePath) {

    static MessageView of(Message message) {
        return new MessageView(
                message.subject(),
                message.office().title(),
                message.kind().germanName(),
                Words.time(message.sentAt()),
                message.unread(),
                message.text(),
                message.due().map(Words::date).orElse(""),
                files(message.attachments(), "/anhang/"),
                message.readAt().map(Words::time).orElse(""),
                "/postkorb/" + message.id(),
                "/vorgang/" + message.caseId() + "#nachrichten");
    }

    static List<Ui.FileLine> files(List<Attachment> attachments, String path) {
        return attachments.stream()
                .map(attachment -> new Ui.FileLine(
                        attachment.fileName(),
                        Words.file(attachment.type().name(), attachment.size()),
                        path + attachment.id(),
                        ""))
                .toList();
    }
}
