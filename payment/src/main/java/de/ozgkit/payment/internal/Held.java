// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.util.Optional;

/** An attempt and its order. */
record Held(AttemptRow attempt, OrderRow order) {

    static Held of(Tx tx, AttemptId id) {
        return of(tx, AttemptStore.find(tx, id));
    }

    /** The same, and nobody else changes the attempt until the transaction ends. */
    static Held locked(Tx tx, AttemptId id) {
        return of(tx, AttemptStore.lock(tx, id));
    }

    /** The same as it is in the transaction. */
    Held again(Tx tx) {
        return new Held(AttemptStore.get(tx, attempt.id()), OrderStore.again(tx, order));
    }

    private static Held of(Tx tx, Optional<AttemptRow> found) {
        AttemptRow attempt = found.orElseThrow(() -> new RejectedException(
                "payment.attempt.unknown", "There is no payment attempt with this id; check where the id comes from"));
        return new Held(attempt, OrderStore.get(tx, attempt.orderId()));
    }

    String payee() {
        return order.order().payee();
    }

    Money total() {
        return order.order().total();
    }

    PaymentAttempt forConnector() {
        return attempt.forConnector(order);
    }
}
