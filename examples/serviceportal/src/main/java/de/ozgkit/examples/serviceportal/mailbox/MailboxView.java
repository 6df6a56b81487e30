// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.mailbox;

import java.util.List;

/** The overview as {@code mailbox.jte} shows it. */
public record MailboxView(List<MessageView> messages, List<CaseView> cases, List<OpenDraft> drafts) {

    /** An application that was begun and not sent. */
    public record OpenDraft(String title, String place, String path, long daysLeft) {}

    public long unread() {
        return messages.stream().filter(MessageView::unread).count();
    }
}
