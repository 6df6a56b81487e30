// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt as it is stored.
 *
 * @param startingAt since when the platform is being called to open it; empty if nobody is doing that
 * @param answer what the platform said last, as a code
 * @param received what came for it
 * @param refunds how much of that is on its way back, or was sent back
 * @param settled whether a person has decided about it
 */
public record AttemptRow(
        AttemptId id,
        OrderId orderId,
        String account,
        PaymentState state,
        Optional<String> page,
        Optional<BankTransfer> transfer,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        Optional<String> method,
        Optional<String> reason,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> startingAt,
        Optional<Instant> askedAt,
        Optional<String> answer,
        Money received,
        Money refunds,
        boolean settled) {

    /** Whether somebody is calling the platform to open it at this moment. */
    boolean beingOpened(Instant now) {
        return (state == PaymentState.CREATED || state == PaymentState.UNKNOWN)
                && startingAt
                        .filter(since -> now.isBefore(since.plus(PollPlan.INITIATION)))
                        .isPresent();
    }

    PaymentView.Attempt view() {
        return new PaymentView.Attempt(id, state, createdAt, providerReference, paymentReference, method, reason);
    }

    PaymentAttempt forConnector(OrderRow order) {
        return new PaymentAttempt(
                id,
                order.order().caseId(),
                order.order().total(),
                order.order().purpose(),
                order.order().positions(),
                createdAt,
                providerReference,
                paymentReference,
                method);
    }

    /** Without the page, whose address may hold a secret token. */
    @Override
    public String toString() {
        return "AttemptRow[" + id + ", " + state + "]";
    }
}
