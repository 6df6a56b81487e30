// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.RefundState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what happens to money that goes back, and what that means for its attempt. The caller has locked the attempt. */
final class RefundLedger {

    private static final Logger LOG = LoggerFactory.getLogger(RefundLedger.class);

    private final Surroundings around;
    private final Listeners listeners;

    RefundLedger(Surroundings around, Listeners listeners) {
        this.around = around;
        this.listeners = listeners;
    }

    /** Writes a refund down; false if so much money is not there. The id must be new. */
    boolean add(Tx tx, RefundId id, AttemptId attempt, Money amount, String reason, RefundState state) {
        if (!AttemptStore.reserve(tx, attempt, amount)) {
            return false;
        }
        if (!RefundStore.insert(tx, id, attempt, amount, reason, state, around.now())) {
            throw new IllegalStateException("a refund is looked up before it is added");
        }
        changed(tx, id, null);
        return true;
    }

    /** Writes down a task for the cash office to send back all that is left. */
    void task(Tx tx, AttemptId attempt, String reason) {
        AttemptRow row = AttemptStore.get(tx, attempt);
        Money left = Money.cents(row.received().cents() - row.refunds().cents());
        if (left.cents() > 0) {
            add(tx, new RefundId(around.tokens().uuid()), attempt, left, reason, RefundState.OPEN);
        }
    }

    /** Moves the refund; false if it is not in one of these states. */
    boolean move(Tx tx, RefundId id, Set<RefundState> from, RefundState to, RefundStore.Note note) {
        boolean moved = RefundStore.move(tx, id, from, to, note, around.now());
        if (moved) {
            if (to == RefundState.DROPPED) {
                Refund dropped = RefundStore.find(tx, id).orElseThrow();
                AttemptStore.free(tx, dropped.attemptId(), dropped.amount());
            }
            changed(tx, id, note.by());
        }
        return moved;
    }

    private void changed(Tx tx, RefundId id, @Nullable String by) {
        Refund refund = RefundStore.find(tx, id).orElseThrow();
        LOG.info("payment.refund {} of attempt {} is {}", id, refund.attemptId(), refund.state());
        follow(tx, AttemptStore.get(tx, refund.attemptId()), by);
        listeners.refund().refund(tx, refund);
    }

    /** An attempt of which all goes back takes its state from its refunds; one of which a part goes back stays paid. */
    private void follow(Tx tx, AttemptRow attempt, @Nullable String by) {
        List<Refund> refunds = RefundStore.of(tx, attempt.id());
        boolean all = !attempt.received().isZero() && attempt.refunds().equals(attempt.received());
        boolean done = all && sum(refunds, RefundState.DONE).equals(attempt.received());
        boolean rejected = !sum(refunds, RefundState.REJECTED).isZero();
        if (done && attempt.state() == PaymentState.REVIEW && by != null) {
            // Who closes the task of a payment in review has decided that review.
            AttemptStore.settle(tx, attempt, PaymentState.REFUNDED, by, around.now());
        } else if (done) {
            move(tx, attempt, PaymentState.REFUNDED);
        } else if (all && !rejected) {
            move(tx, attempt, PaymentState.REFUND_REQUESTED);
        } else {
            move(tx, attempt, PaymentState.REFUND_FAILED);
        }
    }

    private void move(Tx tx, AttemptRow attempt, PaymentState to) {
        AttemptStore.move(tx, attempt, to, attempt.reason().orElse(null), around.now());
    }

    static Money sum(List<Refund> refunds, RefundState state) {
        return refunds.stream()
                .filter(refund -> refund.state() == state)
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
