// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.RefundState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds in the database. */
final class RefundStore {

    private static final String SELECT =
            """
            select r.id, r.attempt_id, a.order_id, o.case_id, o.payee, r.amount_cents, r.reason, r.refund_state, a.provider_reference,
                a.payment_reference, r.refund_reference, r.answer, r.created_at, r.changed_at
            from ozg_payment_refund r
                join ozg_payment_attempt a on a.id = r.attempt_id
                join ozg_payment_order o on o.id = a.order_id
            """;

    private RefundStore() {}

    /** Writes it down; false if there is one with this id. */
    static boolean insert(
            Tx tx, RefundId id, AttemptId attempt, Money amount, String reason, RefundState state, Instant now) {
        return tx.insertIfAbsent(
                "insert into ozg_payment_refund (id, attempt_id, amount_cents, reason, refund_state, created_at, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id.value(),
                attempt.value(),
                amount.cents(),
                reason,
                state,
                now,
                now);
    }

    static Optional<Refund> find(Tx tx, RefundId id) {
        return tx.first(SELECT + " where r.id = ?", RefundStore::read, id.value());
    }

    /** The refunds of an attempt, oldest first. */
    static List<Refund> of(Tx tx, AttemptId attempt) {
        return tx.query(SELECT + " where r.attempt_id = ? order by r.created_at, r.id", RefundStore::read, attempt.value());
    }

    /** The refunds that are not done, oldest first. */
    static List<Refund> open(Tx tx, int most) {
        return tx.query(
                SELECT + " where r.refund_state not in (?, ?) order by r.created_at, r.id limit " + most,
                RefundStore::read,
                RefundState.DONE,
                RefundState.DROPPED);
    }

    private static Refund read(Row row) throws SQLException {
        return new Refund(
                new RefundId(row.uuid("id")),
                new AttemptId(row.uuid("attempt_id")),
                new OrderId(row.uuid("order_id")),
                new CaseId(row.uuid("case_id")),
                row.text("payee"),
                Money.cents(row.number("amount_cents")),
                row.text("reason"),
                row.constant("refund_state", RefundState.class),
                row.optionalText("provider_reference"),
                row.optionalText("payment_reference"),
                row.optionalText("refund_reference"),
                row.optionalText("answer"),
                row.instant("created_at"),
                row.instant("changed_at"));
    }

    /**
     * What is written down with a new state.
     *
     * @param answer code of what the platform said
     * @param reference the platform's number of the refund
     * @param by who closed it
     */
    record Note(@Nullable String answer, @Nullable String reference, @Nullable String by) {

        static final Note NONE = new Note(null, null, null);
    }

    /** Moves the refund if it is in one of these states. */
    static boolean move(
            Tx tx, RefundId id, Collection<RefundState> from, RefundState to, Note note, Instant now) {
        List<@Nullable Object> arguments = new ArrayList<>();
        String answer = note.answer() == null ? null : PaymentTables.code(note.answer());
        Collections.addAll(arguments, to, answer, note.reference(), note.by(), now, id.value());
        arguments.addAll(from);
        return tx.update(
                        "update ozg_payment_refund set refund_state = ?, answer = coalesce(?, answer),"
                                + " refund_reference = coalesce(?, refund_reference), closed_by = ?, changed_at = ?"
                                + " where id = ? and refund_state in (" + "?, ".repeat(from.size() - 1) + "?)",
                        arguments.toArray())
                == 1;
    }
}
