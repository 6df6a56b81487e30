// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order as it is stored. */
public record OrderRow(
        OrderId id,
        Order order,
        Optional<AttemptId> openAttempt,
        Optional<AttemptId> paidAttempt,
        Optional<Instant> paidAt) {

    /** The same with these positions. */
    OrderRow with(List<Position> positions) {
        Order whole = new Order(order.caseId(), order.payee(), order.purpose(), positions);
        return new OrderRow(id, whole, openAttempt, paidAttempt, paidAt);
    }
}
