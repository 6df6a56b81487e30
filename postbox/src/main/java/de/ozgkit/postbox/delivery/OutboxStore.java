// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.Office;
import de.ozgkit.postbox.internal.AttachmentStore;
import de.ozgkit.postbox.internal.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages to offices in the database: plain reading and writing, no decisions. */
final class OutboxStore {

    /** Tells whether the message is new. */
    boolean insert(Tx tx, Submission submission, Instant now) {
        boolean inserted = tx.insertIfAbsent(
                """
                insert into ozg_outbound_message (id, case_id, channel, state, reference, authority, authority_name, office, service_id,
                    title, payload, answers, payload_hash, attempts, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""",
                submission.id().value(),
                submission.caseId().value(),
                submission.channel(),
                DeliveryState.QUEUED,
                submission.reference(),
                submission.office().authority().value(),
                submission.office().authorityName(),
                submission.office().name(),
                submission.serviceId(),
                submission.title(),
                submission.data(),
                Json.writeAnswers(submission.answers()),
                hash(submission),
                now,
                now);
        if (inserted) {
            for (int i = 0; i < submission.attachments().size(); i++) {
                tx.update(
                        "insert into ozg_outbound_attachment (message_id, ordinal, attachment_id) values (?, ?, ?)",
                        submission.id().value(),
                        i,
                        submission.attachments().get(i).id().value());
            }
        }
        return inserted;
    }

    /** Whether the message with this id has the same content. */
    boolean sameContent(Tx tx, Submission submission) {
        return tx.first(
                        "select payload_hash from ozg_outbound_message where id = ?",
                        row -> row.text("payload_hash"),
                        submission.id().value())
                .filter(hash(submission)::equals)
                .isPresent();
    }

    private static String hash(Submission submission) {
        MessageDigest digest = AttachmentStore.sha256();
        for (String part : List.of(
                submission.caseId().toString(),
                submission.channel(),
                submission.title(),
                submission.data(),
                Json.writeAnswers(submission.answers()))) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        for (Attachment attachment : submission.attachments()) {
            digest.update(attachment.sha256().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Waits until nobody else changes this message; it stays so until the end of the transaction. */
    Optional<Delivery> lock(Tx tx, MessageId id) {
        return deliveries(tx, "where id = ? for update", id.value()).stream().findFirst();
    }

    Optional<Delivery> find(Tx tx, MessageId id) {
        return deliveries(tx, "where id = ?", id.value()).stream().findFirst();
    }

    List<Delivery> ofCase(Tx tx, CaseId id) {
        return deliveries(tx, "where case_id = ? order by seq", id.value());
    }

    List<Delivery> in(Tx tx, DeliveryState state, int limit) {
        return deliveries(tx, "where state = ? order by seq limit ?", state, limit);
    }

    long count(Tx tx, DeliveryState state) {
        return tx.first(
                        "select count(*) as found from ozg_outbound_message where state = ?",
                        row -> row.number("found"),
                        state)
                .orElse(0L);
    }

    /** Whether an earlier message of the same application is still on its way. */
    boolean heldBack(Tx tx, Delivery delivery) {
        return tx.first(
                        """
                        select earlier.state from ozg_outbound_message earlier
                        join ozg_outbound_message this on this.case_id = earlier.case_id and earlier.seq < this.seq
                        where this.id = ? and earlier.state in ('QUEUED', 'SENDING', 'DEAD')""",
                        row -> row.text("state"),
                        delivery.id().value())
                .isPresent();
    }

    /** The first message of an application that waits. */
    Optional<MessageId> firstQueued(Tx tx, CaseId id) {
        return tx.first(
                "select id from ozg_outbound_message where case_id = ? and state = 'QUEUED' order by seq limit 1",
                row -> new MessageId(row.uuid("id")),
                id.value());
    }

    void beginAttempt(Tx tx, MessageId id, Instant now) {
        tx.update(
                """
                update ozg_outbound_message set state = 'SENDING', attempts = attempts + 1, next_at = null, changed_at = ?,
                    first_attempt_at = coalesce(first_attempt_at, ?)
                where id = ?""",
                now,
                now,
                id.value());
    }

    void queueAgain(Tx tx, MessageId id, Instant next, String error, Instant now) {
        tx.update(
                "update ozg_outbound_message set state = 'QUEUED', next_at = ?, last_error = ?, changed_at = ? where id = ?",
                next,
                error,
                now,
                id.value());
    }

    void startOver(Tx tx, MessageId id, Instant now) {
        tx.update(
                """
                update ozg_outbound_message set state = 'QUEUED', attempts = 0, first_attempt_at = null, next_at = null, changed_at = ?
                where id = ?""",
                now,
                id.value());
    }

    void fail(Tx tx, MessageId id, DeliveryState state, String error, @Nullable String reason, Instant now) {
        tx.update(
                """
                update ozg_outbound_message set state = ?, next_at = null, last_error = ?, last_reason = ?, changed_at = ?
                where id = ?""",
                state,
                error,
                reason,
                now,
                id.value());
    }

    void advance(Tx tx, MessageId id, DeliveryState state, Instant now) {
        tx.update(
                "update ozg_outbound_message set state = ?, next_at = null, changed_at = ? where id = ?",
                state,
                now,
                id.value());
    }

    void remoteId(Tx tx, MessageId id, String remoteId) {
        tx.update("update ozg_outbound_message set remote_id = ? where id = ?", remoteId, id.value());
    }

    Instant firstAttempt(Tx tx, MessageId id) {
        return tx.first(
                        "select first_attempt_at from ozg_outbound_message where id = ?",
                        row -> row.instant("first_attempt_at"),
                        id.value())
                .orElseThrow();
    }

    /** Tells whether the receipt is new; the message must be locked. */
    boolean insertReceipt(Tx tx, MessageId id, Receipt receipt) {
        if (receipts(tx, id).stream()
                .anyMatch(known ->
                        known.state() == receipt.state() && known.evidence().equals(receipt.evidence()))) {
            return false;
        }
        tx.update(
                "insert into ozg_receipt (message_id, state, happened_at, evidence) values (?, ?, ?, ?)",
                id.value(),
                receipt.state(),
                receipt.at(),
                receipt.evidence());
        return true;
    }

    List<Receipt> receipts(Tx tx, MessageId id) {
        return tx.query(
                "select * from ozg_receipt where message_id = ? order by seq",
                row -> new Receipt(
                        row.constant("state", DeliveryState.class), row.instant("happened_at"), row.text("evidence")),
                id.value());
    }

    Submission submission(Tx tx, MessageId id) {
        List<Attachment> attachments = tx.query(
                """
                select a.* from ozg_attachment a join ozg_outbound_attachment o on o.attachment_id = a.id
                where o.message_id = ? order by o.ordinal""",
                AttachmentStore::attachment,
                id.value());
        return tx.first(
                        "select * from ozg_outbound_message where id = ?",
                        row -> submission(row, attachments),
                        id.value())
                .orElseThrow();
    }

    private static Submission submission(Row row, List<Attachment> attachments) throws SQLException {
        return new Submission(
                new MessageId(row.uuid("id")),
                new CaseId(row.uuid("case_id")),
                row.text("channel"),
                row.text("reference"),
                new Office(new Ars(row.text("authority")), row.text("authority_name"), row.text("office")),
                row.text("service_id"),
                row.text("title"),
                row.text("payload"),
                Json.readAnswers(row.text("answers")),
                attachments);
    }

    private static List<Delivery> deliveries(Tx tx, String condition, Object... arguments) {
        return tx.query(
                "select * from ozg_outbound_message " + condition,
                row -> new Delivery(
                        new MessageId(row.uuid("id")),
                        new CaseId(row.uuid("case_id")),
                        row.text("channel"),
                        row.constant("state", DeliveryState.class),
                        (int) row.number("attempts"),
                        row.instant("created_at"),
                        row.instant("changed_at"),
                        row.optionalInstant("next_at"),
                        row.optionalText("remote_id"),
                        row.optionalText("last_error"),
                        row.optionalText("last_reason")),
                arguments);
    }
}
