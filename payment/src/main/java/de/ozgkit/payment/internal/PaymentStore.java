// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Orders and attempts in the database. Every change is one conditional update, and its count tells whether the caller made it. Attempts
 * are locked before their order, never the other way round.
 */
public final class PaymentStore {

    private static final String ATTEMPT_COLUMNS =
            "select id, order_id, attempt_state, page, provider_reference, payment_reference, pay_method, reason, created_at from ozg_payment_attempt ";

    private PaymentStore() {}

    /** Creates the tables. */
    public static void migrate(DataSource dataSource) {
        Migrations.of("payment", PaymentStore.class, "001_payment.sql").apply(dataSource);
    }

    // orders

    /** Writes the order down; false if the case has one already. */
    static boolean insertOrder(Tx tx, OrderId id, Order order, Instant now) {
        boolean inserted = tx.insertIfAbsent(
                "insert into ozg_payment_order (id, case_id, payee, purpose, total_cents, created_at) values (?, ?, ?, ?, ?, ?)",
                id.value(),
                order.caseId().value(),
                order.payee(),
                order.purpose(),
                order.total().cents(),
                now);
        if (inserted) {
            int line = 1;
            for (Position position : order.positions()) {
                tx.update(
                        "insert into ozg_payment_position (order_id, line, label, amount_cents) values (?, ?, ?, ?)",
                        id.value(),
                        line++,
                        position.text(),
                        position.amount().cents());
            }
        }
        return inserted;
    }

    static Optional<OrderRow> orderOf(Tx tx, CaseId caseId) {
        return order(tx, "where case_id = ?", caseId.value());
    }

    static OrderRow order(Tx tx, OrderId id) {
        return order(tx, "where id = ?", id.value()).orElseThrow();
    }

    private static Optional<OrderRow> order(Tx tx, String where, Object key) {
        return tx.first(
                "select id, case_id, payee, purpose, open_attempt, paid_attempt, paid_at from ozg_payment_order "
                        + where,
                row -> readOrder(tx, row),
                key);
    }

    private static OrderRow readOrder(Tx tx, Row row) throws SQLException {
        OrderId id = new OrderId(row.uuid("id"));
        List<Position> positions = tx.query(
                "select label, amount_cents from ozg_payment_position where order_id = ? order by line",
                line -> Position.of(line.text("label"), Money.cents(line.number("amount_cents"))),
                id.value());
        Order order = new Order(new CaseId(row.uuid("case_id")), row.text("payee"), row.text("purpose"), positions);
        return new OrderRow(
                id,
                order,
                row.optionalUuid("open_attempt").map(AttemptId::new),
                row.optionalUuid("paid_attempt").map(AttemptId::new),
                row.optionalInstant("paid_at"));
    }

    /** Makes the attempt the one that paid the order; false if another one did before. */
    static boolean markPaid(Tx tx, OrderId id, AttemptId attempt, Instant at) {
        return tx.update(
                        "update ozg_payment_order set paid_attempt = ?, paid_at = ? where id = ? and paid_attempt is null",
                        attempt.value(),
                        at,
                        id.value())
                == 1;
    }

    // attempts

    /** Opens an attempt; false if the order is paid or another attempt is open. */
    static boolean open(Tx tx, OrderId order, AttemptId id, String account, String tokenHash, Instant now) {
        int opened = tx.update(
                "update ozg_payment_order set open_attempt = ? where id = ? and open_attempt is null and paid_attempt is null",
                id.value(),
                order.value());
        if (opened == 0) {
            return false;
        }
        tx.update(
                """
                insert into ozg_payment_attempt (id, order_id, attempt_number, account, token_hash, attempt_state,
                    pay_method_verified, created_at, changed_at)
                select ?, ?, coalesce(max(attempt_number), 0) + 1, ?, ?, ?, false,
                    cast(? as timestamp with time zone), cast(? as timestamp with time zone)
                from ozg_payment_attempt where order_id = ?
                """,
                id.value(),
                order.value(),
                account,
                tokenHash,
                PaymentState.CREATED,
                now,
                now,
                order.value());
        return true;
    }

    static Optional<AttemptRow> attempt(Tx tx, AttemptId id) {
        return tx.first(ATTEMPT_COLUMNS + "where id = ?", PaymentStore::readAttempt, id.value());
    }

    static Optional<AttemptRow> attemptByToken(Tx tx, String tokenHash) {
        return tx.first(ATTEMPT_COLUMNS + "where token_hash = ?", PaymentStore::readAttempt, tokenHash);
    }

    /** The attempts of an order, oldest first. */
    static List<AttemptRow> attempts(Tx tx, OrderId order) {
        return tx.query(
                ATTEMPT_COLUMNS + "where order_id = ? order by attempt_number",
                PaymentStore::readAttempt,
                order.value());
    }

    private static AttemptRow readAttempt(Row row) throws SQLException {
        return new AttemptRow(
                new AttemptId(row.uuid("id")),
                new OrderId(row.uuid("order_id")),
                row.constant("attempt_state", PaymentState.class),
                row.optionalText("page").map(URI::create),
                row.optionalText("provider_reference"),
                row.optionalText("payment_reference"),
                row.optionalText("pay_method"),
                row.optionalText("reason"),
                row.instant("created_at"));
    }

    /** Moves the attempt to the state if it may go there from where it is; the caller for whom this is true did it. */
    static boolean move(Tx tx, AttemptRow attempt, PaymentState to, @Nullable String reason, Instant now) {
        Set<PaymentState> from = to.predecessors();
        List<@Nullable Object> arguments = new ArrayList<>();
        Collections.addAll(arguments, to, reason, now, attempt.id().value());
        arguments.addAll(from);
        int moved = tx.update(
                "update ozg_payment_attempt set attempt_state = ?, reason = ?, changed_at = ? where id = ? and attempt_state in ("
                        + "?, ".repeat(from.size() - 1) + "?)",
                arguments.toArray());
        if (moved == 1 && !to.isOpen()) {
            tx.update(
                    "update ozg_payment_order set open_attempt = null where id = ? and open_attempt = ?",
                    attempt.orderId().value(),
                    attempt.id().value());
        }
        return moved == 1;
    }

    /** Notes the platform's number; false if another attempt has the same one. */
    static boolean reference(Tx tx, AttemptId id, String providerReference) {
        // The savepoint of insertIfAbsent serves an update as well.
        return tx.insertIfAbsent(
                "update ozg_payment_attempt set provider_reference = ? where id = ?", providerReference, id.value());
    }

    static void page(Tx tx, AttemptId id, URI page) {
        tx.update("update ozg_payment_attempt set page = ? where id = ?", page.toString(), id.value());
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
}
