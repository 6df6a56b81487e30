// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.CaseStatus;
import de.ozgkit.postbox.Message;
import de.ozgkit.postbox.Message.Kind;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.NewMessage;
import de.ozgkit.postbox.ReadingProof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages and what was read of them in the database. */
public final class MessageStore {

    private static final String SELECT =
            """
            select m.*, r.read_at from ozg_message m
            join ozg_case c on c.id = m.case_id
            left join ozg_message_reading r on r.message_id = m.id
            """;
    private static final String IN_POSTBOX = "where c.applicant_key = ? and m.kind <> 'REPLY' ";

    private final CaseStore cases;
    private final AttachmentStore attachments;

    public MessageStore(CaseStore cases, AttachmentStore attachments) {
        this.cases = cases;
        this.attachments = attachments;
    }

    /** The message that was sent with this id before; the case must be locked. */
    public Optional<Message> sentBefore(Tx tx, NewMessage message, Kind kind) {
        Optional<Message> known = find(tx, message.id());
        known.ifPresent(found -> {
            if (!found.caseId().equals(message.caseId()) || found.kind() != kind) {
                throw Refusals.reusedMessage(message.caseId());
            }
        });
        return known;
    }

    /** Stores a message and its files; the case must be locked. */
    public Message send(Tx tx, Case to, NewMessage message, Kind kind, String usualSubject) {
        if (message.text().isEmpty() && message.attachments().isEmpty()) {
            throw Refusals.emptyMessage();
        }
        boolean inserted = tx.insertIfAbsent(
                """
                insert into ozg_message (id, case_id, kind, authority, authority_name, office, subject, content, sent_at, due, in_reply_to)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                message.id().value(),
                message.caseId().value(),
                kind,
                to.office().authority().value(),
                to.office().authorityName(),
                to.office().name(),
                message.subject().orElse(usualSubject),
                message.text(),
                cases.now(),
                message.due().orElse(null),
                kind == Kind.REPLY ? openQuestion(tx, to).orElse(null) : null);
        if (!inserted) {
            // taken by another case at this very moment
            throw Refusals.reusedMessage(message.caseId());
        }
        attachments.storeAll(tx, message.caseId(), message.id().value(), message.attachments());
        return find(tx, message.id()).orElseThrow();
    }

    private static Optional<UUID> openQuestion(Tx tx, Case to) {
        if (to.status() != CaseStatus.QUESTION) {
            return Optional.empty();
        }
        return tx.first(
                "select id from ozg_message where case_id = ? and kind = 'QUESTION' order by seq desc",
                row -> row.uuid("id"),
                to.id().value());
    }

    public Optional<Message> find(Tx tx, MessageId id) {
        return messages(tx, "where m.id = ?", id.value()).stream().findFirst();
    }

    public List<Message> thread(Tx tx, CaseId id) {
        return messages(tx, "where m.case_id = ? order by m.seq", id.value());
    }

    public List<Message> inPostbox(Tx tx, String applicantKey) {
        return messages(tx, IN_POSTBOX + "order by m.sent_at desc, m.seq desc", applicantKey);
    }

    public Optional<Message> inPostbox(Tx tx, String applicantKey, MessageId id) {
        return messages(tx, IN_POSTBOX + "and m.id = ?", applicantKey, id.value()).stream()
                .findFirst();
    }

    public int unread(Tx tx, String applicantKey) {
        return tx.first(
                        """
                        select count(*) as unread from ozg_message m
                        join ozg_case c on c.id = m.case_id
                        left join ozg_message_reading r on r.message_id = m.id
                        """
                                + IN_POSTBOX + "and r.message_id is null",
                        row -> (int) row.number("unread"),
                        applicantKey)
                .orElse(0);
    }

    /** Records the first opening; later ones change nothing. */
    public Optional<Message> read(Tx tx, String applicantKey, MessageId id) {
        Optional<Message> message = inPostbox(tx, applicantKey, id);
        if (message.filter(Message::unread).isPresent()) {
            tx.insertIfAbsent(
                    "insert into ozg_message_reading (message_id, read_at, reader_key, content_hash) values (?, ?, ?, ?)",
                    id.value(),
                    cases.now(),
                    applicantKey,
                    hash(message.get()));
            return inPostbox(tx, applicantKey, id);
        }
        return message;
    }

    public Optional<ReadingProof> proof(Tx tx, MessageId id) {
        return tx.first(
                "select * from ozg_message_reading where message_id = ?",
                row -> new ReadingProof(id, row.instant("read_at"), row.text("reader_key"), row.text("content_hash")),
                id.value());
    }

    private static String hash(Message message) {
        MessageDigest digest = AttachmentStore.sha256();
        digest.update(message.subject().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(message.text().getBytes(StandardCharsets.UTF_8));
        for (Attachment attachment : message.attachments()) {
            digest.update((byte) 0);
            digest.update(attachment.sha256().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Message> messages(Tx tx, String condition, Object... arguments) {
        List<Message> found = tx.query(SELECT + condition, MessageStore::read, arguments);
        Map<UUID, List<Attachment>> files = attachments.ofMessages(
                tx, found.stream().map(m -> m.id().value()).toList());
        return found.stream()
                .map(m -> with(files.getOrDefault(m.id().value(), List.of()), m))
                .toList();
    }

    private static Message with(List<Attachment> files, Message m) {
        return new Message(
                m.id(),
                m.caseId(),
                m.kind(),
                m.office(),
                m.subject(),
                m.text(),
                files,
                m.sentAt(),
                m.due(),
                m.inReplyTo(),
                m.readAt());
    }

    private static Message read(Row row) throws SQLException {
        return new Message(
                new MessageId(row.uuid("id")),
                new CaseId(row.uuid("case_id")),
                row.constant("kind", Kind.class),
                CaseStore.office(row),
                row.text("subject"),
                row.text("content"),
                List.of(),
                row.instant("sent_at"),
                row.optionalDate("due"),
                row.optionalUuid("in_reply_to").map(MessageId::new),
                row.optionalInstant("read_at"));
    }
}
