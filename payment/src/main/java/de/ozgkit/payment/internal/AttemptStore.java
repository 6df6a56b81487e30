// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentState;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts in the database. */
final class AttemptStore {

    private static final String SELECT =
            """
            select id, order_id, account, attempt_state, page, transfer_text, provider_reference, payment_reference, pay_method, reason,
                created_at, changed_at, starting_at, asked_at, answer, received_cents, refund_cents, settled_at
            from ozg_payment_attempt
            """;

    private AttemptStore() {}

    /** Writes down a new attempt of the order. */
    static void insert(Tx tx, OrderId order, AttemptId id, String account, Instant now) {
        tx.update(
                """
                insert into ozg_payment_attempt (id, order_id, attempt_number, account, attempt_state, pay_method_verified,
                    created_at, changed_at, starting_at)
                select ?, ?, coalesce(max(attempt_number), 0) + 1, ?, ?, false, cast(? as timestamp with time zone),
                    cast(? as timestamp with time zone), cast(? as timestamp with time zone)
                from ozg_payment_attempt where order_id = ?
                """,
                id.value(),
                order.value(),
                account,
                PaymentState.CREATED,
                now,
                now,
                now,
                order.value());
    }

    /** One more token by which callbacks find the attempt. */
    static void token(Tx tx, AttemptId id, String hash) {
        tx.update("insert into ozg_payment_token (token_hash, attempt_id) values (?, ?)", hash, id.value());
    }

    static Optional<AttemptRow> find(Tx tx, AttemptId id) {
        return tx.first(SELECT + " where id = ?", AttemptStore::read, id.value());
    }

    static AttemptRow get(Tx tx, AttemptId id) {
        return find(tx, id).orElseThrow();
    }

    /** The attempt, which nobody else changes until this transaction ends. */
    static Optional<AttemptRow> lock(Tx tx, AttemptId id) {
        return tx.first(SELECT + " where id = ? for update", AttemptStore::read, id.value());
    }

    static Optional<AttemptRow> byToken(Tx tx, String hash) {
        return tx.first(
                SELECT + " where id = (select attempt_id from ozg_payment_token where token_hash = ?)",
                AttemptStore::read,
                hash);
    }

    static Optional<AttemptRow> byReference(Tx tx, String account, String reference) {
        return tx.first(
                SELECT
                        + " where account = ? and (payment_reference = ? or provider_reference = ?)"
                        + " order by case when payment_reference = ? then 0 else 1 end",
                AttemptStore::read,
                account,
                reference,
                reference,
                reference);
    }

    /** The attempts of an order, oldest first. */
    static List<AttemptRow> of(Tx tx, OrderId order) {
        return tx.query(SELECT + " where order_id = ? order by attempt_number", AttemptStore::read, order.value());
    }

    /** The attempts that have been in a state since before a time, those waiting longest first. */
    static List<AttemptRow> waiting(Tx tx, PaymentState state, Instant before, int most) {
        return tx.query(
                SELECT + " where attempt_state = ? and changed_at < ? order by changed_at limit " + most,
                AttemptStore::read,
                state,
                before);
    }

    private static AttemptRow read(Row row) throws SQLException {
        return new AttemptRow(
                new AttemptId(row.uuid("id")),
                new OrderId(row.uuid("order_id")),
                row.text("account"),
                row.constant("attempt_state", PaymentState.class),
                row.optionalText("page"),
                row.optionalText("transfer_text").map(BankTransfer::parse),
                row.optionalText("provider_reference"),
                row.optionalText("payment_reference"),
                row.optionalText("pay_method"),
                row.optionalText("reason"),
                row.instant("created_at"),
                row.instant("changed_at"),
                row.optionalInstant("starting_at"),
                row.optionalInstant("asked_at"),
                row.optionalText("answer"),
                Money.cents(row.number("received_cents")),
                Money.cents(row.number("refund_cents")),
                row.optionalInstant("settled_at").isPresent());
    }

    /** Moves the attempt to the state if it may go there from where it is; the caller for whom this is true did it. */
    static boolean move(Tx tx, AttemptRow attempt, PaymentState to, @Nullable String reason, Instant now) {
        return move(tx, attempt, to.predecessors(), to, reason, now);
    }

    /** Moves the attempt if it is in one of these states. */
    static boolean move(
            Tx tx,
            AttemptRow attempt,
            Collection<PaymentState> from,
            PaymentState to,
            @Nullable String reason,
            Instant now) {
        List<@Nullable Object> arguments = new ArrayList<>();
        String code = reason == null ? null : PaymentTables.code(reason);
        Collections.addAll(arguments, to, code, now, attempt.id().value());
        arguments.addAll(from);
        int moved = tx.update(
                "update ozg_payment_attempt set attempt_state = ?, reason = ?, changed_at = ?, starting_at = null"
                        + " where id = ? and attempt_state in (" + "?, ".repeat(from.size() - 1) + "?)",
                arguments.toArray());
        if (moved == 1 && !to.isOpen()) {
            OrderStore.close(tx, attempt.orderId(), attempt.id());
        }
        return moved == 1;
    }

    /** Ends a review as a person decided; the reason of the review stays. */
    static boolean settle(Tx tx, AttemptRow attempt, PaymentState to, String by, Instant now) {
        return tx.update(
                        "update ozg_payment_attempt set attempt_state = ?, settled_by = ?, settled_at = ?, changed_at = ?"
                                + " where id = ? and attempt_state = ?",
                        to,
                        by,
                        now,
                        now,
                        attempt.id().value(),
                        PaymentState.REVIEW)
                == 1;
    }

    /** Takes on opening the attempt again; false if somebody else is doing it, or if its state is known meanwhile. */
    static boolean claim(Tx tx, AttemptId id, Instant now) {
        return tx.update(
                        "update ozg_payment_attempt set starting_at = ? where id = ? and attempt_state = ?"
                                + " and (starting_at is null or starting_at <= ?)",
                        now,
                        id.value(),
                        PaymentState.UNKNOWN,
                        now.minus(PollPlan.INITIATION))
                == 1;
    }

    /** Gives up opening it again, for now. */
    static void release(Tx tx, AttemptId id) {
        tx.update("update ozg_payment_attempt set starting_at = null where id = ?", id.value());
    }

    /** Notes the platform's number; false if another attempt has the same one, or this attempt another one. */
    static boolean providerReference(Tx tx, AttemptId id, String reference) {
        return reference(tx, id, "provider_reference", reference);
    }

    /** Notes the number of the payment, as above. */
    static boolean paymentReference(Tx tx, AttemptId id, String reference) {
        return reference(tx, id, "payment_reference", reference);
    }

    private static boolean reference(Tx tx, AttemptId id, String column, String reference) {
        // The savepoint of insertIfAbsent serves an update as well.
        return tx.insertIfAbsent(
                "update ozg_payment_attempt set " + column + " = ? where id = ? and (" + column + " is null or "
                        + column + " = ?)",
                reference,
                id.value(),
                reference);
    }

    static void page(Tx tx, AttemptId id, URI page) {
        tx.update("update ozg_payment_attempt set page = ? where id = ?", page.toString(), id.value());
    }

    static void transfer(Tx tx, AttemptId id, BankTransfer transfer) {
        tx.update("update ozg_payment_attempt set transfer_text = ? where id = ?", transfer.epcPayload(), id.value());
    }

    /** Notes how the payer chose to pay; a verified word is never replaced by one that is not. */
    static void method(Tx tx, AttemptId id, String method, boolean verified) {
        tx.update(
                "update ozg_payment_attempt set pay_method = ?, pay_method_verified = ? where id = ? and (pay_method_verified = false or ? = true)",
                method,
                verified,
                id.value(),
                verified);
    }

    /** Notes what the platform said when it was asked. */
    static void asked(Tx tx, AttemptId id, String answer, Instant now) {
        tx.update(
                "update ozg_payment_attempt set asked_at = ?, answer = ? where id = ?",
                now,
                PaymentTables.code(answer),
                id.value());
    }

    /** Notes how much money is there at least. */
    static void received(Tx tx, AttemptId id, Money atLeast) {
        tx.update(
                "update ozg_payment_attempt set received_cents = greatest(received_cents, ?) where id = ?",
                atLeast.cents(),
                id.value());
    }

    /** Notes that more money came. */
    static void add(Tx tx, AttemptId id, Money more) {
        tx.update(
                "update ozg_payment_attempt set received_cents = received_cents + ? where id = ?",
                more.cents(),
                id.value());
    }

    /** Notes that no money is there but what went back already. */
    static void nothingReceived(Tx tx, AttemptId id) {
        tx.update("update ozg_payment_attempt set received_cents = refund_cents where id = ?", id.value());
    }

    /** Sets money aside to be sent back; false if there is not so much left. */
    static boolean reserve(Tx tx, AttemptId id, Money amount) {
        return tx.update(
                        "update ozg_payment_attempt set refund_cents = refund_cents + ? where id = ? and received_cents - refund_cents >= ?",
                        amount.cents(),
                        id.value(),
                        amount.cents())
                == 1;
    }

    /** Money that was set aside is not sent back after all. */
    static void free(Tx tx, AttemptId id, Money amount) {
        tx.update(
                "update ozg_payment_attempt set refund_cents = refund_cents - ? where id = ?",
                amount.cents(),
                id.value());
    }
}
