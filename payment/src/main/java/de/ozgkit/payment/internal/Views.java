// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import java.util.List;
import java.util.Optional;

/** Makes the picture of an order that users see. */
public final class Views {

    private Views() {}

    /** The order with its attempts as they are in the transaction. */
    public static PaymentView of(Tx tx, OrderId id) {
        return of(tx, OrderStore.get(tx, id));
    }

    /** The order of a case, if there is one. */
    public static Optional<PaymentView> of(Tx tx, CaseId caseId) {
        return OrderStore.of(tx, caseId).map(row -> of(tx, row));
    }

    static PaymentView of(Tx tx, OrderRow row) {
        List<AttemptRow> attempts = AttemptStore.of(tx, row.id());
        Optional<AttemptRow> paying = attempts.stream()
                .filter(attempt -> row.paidAttempt().equals(Optional.of(attempt.id())))
                .findFirst();
        Order order = row.order();
        return new PaymentView(
                row.id(),
                order.caseId(),
                order.payee(),
                order.purpose(),
                order.positions(),
                order.total(),
                state(attempts, paying),
                paying.flatMap(AttemptRow::method),
                row.paidAt(),
                paying.map(AttemptRow::view),
                attempts.stream().map(AttemptRow::view).toList());
    }

    private static PaymentState state(List<AttemptRow> attempts, Optional<AttemptRow> paying) {
        if (attempts.stream().anyMatch(attempt -> attempt.state() == PaymentState.REVIEW)) {
            return PaymentState.REVIEW;
        }
        if (paying.isPresent()) {
            return paying.get().state();
        }
        return attempts.isEmpty()
                ? PaymentState.CREATED
                : attempts.get(attempts.size() - 1).state();
    }
}
