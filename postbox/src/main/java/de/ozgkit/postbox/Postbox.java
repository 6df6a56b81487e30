// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.internal.MessageStore;
import java.util.List;
import java.util.Optional;

/**
 * The messages that one applicant has received, over all applications. Sees nothing of anybody else. Thread-safe.
 *
 * @since 0.1
 */
public final class Postbox {

    private final Database database;
    private final MessageStore messages;
    private final String applicantKey;

    Postbox(Database database, MessageStore messages, String applicantKey) {
        this.database = database;
        this.messages = messages;
        this.applicantKey = applicantKey;
    }

    /** How many messages have not been opened. */
    public int unread(Tx tx) {
        return messages.unread(tx, applicantKey);
    }

    /** Like {@link #unread(Tx)}. */
    public int unread() {
        return database.call(this::unread);
    }

    /** All messages, newest first. Listing is not reading: show sender, subject and date only. */
    public List<Message> messages(Tx tx) {
        return messages.inPostbox(tx, applicantKey);
    }

    /** Like {@link #messages(Tx)}. */
    public List<Message> messages() {
        return database.call(this::messages);
    }

    /** A message without opening it, to say whom it is from before the applicant confirms the reading. */
    public Optional<Message> find(MessageId id) {
        return database.call(tx -> messages.inPostbox(tx, applicantKey, id));
    }

    /**
     * Opens a message. The first time is recorded, with what was read, and stays.
     *
     * @return the message with its time of reading; empty if it is not in this postbox
     */
    public Optional<Message> read(Tx tx, MessageId id) {
        return messages.read(tx, applicantKey, id);
    }

    /** Like {@link #read(Tx, MessageId)}. */
    public Optional<Message> read(MessageId id) {
        return database.call(tx -> read(tx, id));
    }
}
