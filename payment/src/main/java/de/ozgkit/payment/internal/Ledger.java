// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.Paid;
import de.ozgkit.payment.PaidListener;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Review;
import de.ozgkit.payment.ReviewListener;
import de.ozgkit.payment.spi.ProviderState.Reported;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what happened to an attempt. Who makes the change tells the listeners, in the same transaction. */
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Surroundings around;
    private final PaidListener paidListener;
    private final ReviewListener reviewListener;

    public Ledger(Surroundings around, PaidListener paidListener, ReviewListener reviewListener) {
        this.around = around;
        this.paidListener = paidListener;
        this.reviewListener = reviewListener;
    }

    /** What the platform reported about the attempt. */
    void report(AttemptRow attempt, Reported reported) {
        switch (reported.state()) {
            case PENDING -> LOG.debug("payment.refresh {} still pending", attempt.id());
            case PAID -> around.database().inTransaction(tx -> paid(tx, attempt, reported));
            default -> move(attempt, reported.state(), null);
        }
    }

    /** Moves the attempt to a state that nobody has to be told about. */
    boolean move(AttemptRow attempt, PaymentState to, @Nullable String reason) {
        return around.database().call(tx -> moved(tx, attempt, to, reason));
    }

    /** Asks a person to look at the attempt. */
    void review(AttemptRow attempt, String reason) {
        around.database().inTransaction(tx -> review(tx, attempt, PaymentStore.order(tx, attempt.orderId()), reason));
    }

    private void paid(Tx tx, AttemptRow attempt, Reported reported) {
        OrderRow order = PaymentStore.order(tx, attempt.orderId());
        if (reported.amount().isPresent()
                && !reported.amount().get().equals(order.order().total())) {
            review(tx, attempt, order, "payment.amount");
            return;
        }
        if (!moved(tx, attempt, PaymentState.PAID, null)) {
            return;
        }
        reported.method().ifPresent(method -> PaymentStore.method(tx, attempt.id(), method, true));
        Instant at = reported.paidAt().orElse(around.now());
        if (PaymentStore.markPaid(tx, order.id(), attempt.id(), at)) {
            AttemptRow now = PaymentStore.attempt(tx, attempt.id()).orElseThrow();
            paidListener.paid(
                    tx,
                    new Paid(
                            order.id(),
                            order.order().caseId(),
                            now.id(),
                            order.order().payee(),
                            order.order().total(),
                            now.method(),
                            now.providerReference(),
                            at));
        } else {
            review(tx, attempt, order, "payment.double");
        }
    }

    private void review(Tx tx, AttemptRow attempt, OrderRow order, String reason) {
        if (moved(tx, attempt, PaymentState.REVIEW, reason)) {
            reviewListener.review(
                    tx,
                    new Review(
                            order.id(),
                            order.order().caseId(),
                            attempt.id(),
                            order.order().payee(),
                            order.order().total(),
                            attempt.providerReference(),
                            reason));
        }
    }

    private boolean moved(Tx tx, AttemptRow attempt, PaymentState to, @Nullable String reason) {
        boolean moved = PaymentStore.move(tx, attempt, to, reason, around.now());
        if (moved && to == PaymentState.REVIEW) {
            LOG.warn("payment.review attempt {} of order {}: {}", attempt.id(), attempt.orderId(), reason);
        } else if (moved) {
            LOG.info("payment.state attempt {} of order {} is {}", attempt.id(), attempt.orderId(), to);
        }
        return moved;
    }
}
