// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.Position;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Orders and their positions in the database. */
final class OrderStore {

    private static final String SELECT =
            """
            select o.id, o.case_id, o.payee, o.purpose, o.open_attempt, o.paid_attempt, o.paid_at,
                p.line, p.label, p.amount_cents, p.tax_hundredths, a.field, a.content
            from ozg_payment_order o
                left join ozg_payment_position p on p.order_id = o.id
                left join ozg_payment_accounting a on a.order_id = p.order_id and a.line = p.line
            """;

    private OrderStore() {}

    /** Writes the order down; false if the case has one already. */
    static boolean insert(Tx tx, OrderId id, Order order, Instant now) {
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
                insert(tx, id, line++, position);
            }
        }
        return inserted;
    }

    private static void insert(Tx tx, OrderId id, int line, Position position) {
        tx.update(
                "insert into ozg_payment_position (order_id, line, label, amount_cents, tax_hundredths) values (?, ?, ?, ?, ?)",
                id.value(),
                line,
                position.text(),
                position.amount().cents(),
                position.taxRate().unscaledValue().intValueExact());
        position.accounting()
                .forEach((field, content) -> tx.update(
                        "insert into ozg_payment_accounting (order_id, line, field, content) values (?, ?, ?, ?)",
                        id.value(),
                        line,
                        field,
                        content));
    }

    static Optional<OrderRow> of(Tx tx, CaseId caseId) {
        return find(tx, " where o.case_id = ?", caseId.value());
    }

    static OrderRow get(Tx tx, OrderId id) {
        return find(tx, " where o.id = ?", id.value()).orElseThrow();
    }

    /** The same order as it stands now; what was ordered never changes. */
    static OrderRow again(Tx tx, OrderRow known) {
        return tx.first(
                        "select open_attempt, paid_attempt, paid_at from ozg_payment_order where id = ?",
                        row -> standing(row, known.id(), known.order()),
                        known.id().value())
                .orElseThrow();
    }

    private static Optional<OrderRow> find(Tx tx, String where, Object key) {
        Map<Long, Position> lines = new TreeMap<>();
        Map<Long, Map<String, String>> accounting = new HashMap<>();
        List<OrderRow> found = tx.query(
                SELECT + where,
                row -> {
                    if (row.optionalText("label").isPresent()) {
                        note(row, lines, accounting);
                    }
                    return read(row);
                },
                key);
        List<Position> positions = lines.entrySet().stream()
                .map(line -> line.getValue().booked(accounting.getOrDefault(line.getKey(), Map.of())))
                .toList();
        return found.stream().findFirst().map(order -> order.with(positions));
    }

    private static void note(Row row, Map<Long, Position> lines, Map<Long, Map<String, String>> accounting)
            throws SQLException {
        long line = row.number("line");
        lines.put(line, position(row));
        Optional<String> content = row.optionalText("content");
        if (content.isPresent()) {
            accounting.computeIfAbsent(line, one -> new HashMap<>()).put(row.text("field"), content.get());
        }
    }

    /** Without its positions. */
    private static OrderRow read(Row row) throws SQLException {
        Order order = new Order(new CaseId(row.uuid("case_id")), row.text("payee"), row.text("purpose"), List.of());
        return standing(row, new OrderId(row.uuid("id")), order);
    }

    private static OrderRow standing(Row row, OrderId id, Order order) throws SQLException {
        return new OrderRow(
                id,
                order,
                row.optionalUuid("open_attempt").map(AttemptId::new),
                row.optionalUuid("paid_attempt").map(AttemptId::new),
                row.optionalInstant("paid_at"));
    }

    private static Position position(Row row) throws SQLException {
        return Position.of(row.text("label"), Money.cents(row.number("amount_cents")))
                .taxed(BigDecimal.valueOf(row.number("tax_hundredths"), 2));
    }

    /** Makes the attempt the one that is open; false if the order is paid or another attempt is open. */
    static boolean open(Tx tx, OrderId id, AttemptId attempt) {
        return tx.update(
                        "update ozg_payment_order set open_attempt = ? where id = ? and open_attempt is null and paid_attempt is null",
                        attempt.value(),
                        id.value())
                == 1;
    }

    /** Notes that the attempt is not open any more. */
    static void close(Tx tx, OrderId id, AttemptId attempt) {
        tx.update(
                "update ozg_payment_order set open_attempt = null where id = ? and open_attempt = ?",
                id.value(),
                attempt.value());
    }

    /** Makes the attempt the one that paid the order; false if one did before. */
    static boolean paid(Tx tx, OrderId id, AttemptId attempt, Instant at) {
        return tx.update(
                        "update ozg_payment_order set paid_attempt = ?, paid_at = ? where id = ? and paid_attempt is null",
                        attempt.value(),
                        at,
                        id.value())
                == 1;
    }
}
