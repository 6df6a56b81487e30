// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.ReceivedTransfer;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.RefundState;
import de.ozgkit.payment.Settlement;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people decide: reviews, refunds, transfers that were seen on the bank account. */
public final class CashOffice {

    private static final Logger LOG = LoggerFactory.getLogger(CashOffice.class);
    private static final Set<RefundState> UNFINISHED =
            EnumSet.of(RefundState.OPEN, RefundState.SENT, RefundState.UNCLEAR, RefundState.REJECTED);
    private static final Set<PaymentState> REFUNDABLE =
            EnumSet.of(PaymentState.PAID, PaymentState.REFUND_REQUESTED, PaymentState.REFUND_FAILED);

    private final Surroundings around;
    private final Ledger ledger;
    private final RefundLedger refunds;

    CashOffice(Surroundings around, Ledger ledger, RefundLedger refunds) {
        this.around = around;
        this.ledger = ledger;
        this.refunds = refunds;
    }

    // refunds

    /** Sends money back by the platform, or gives the task to the cash office. */
    public Refund refund(AttemptId id, RefundId refundId, Money amount, String reason) {
        boolean fresh = around.database().call(tx -> {
            Held held = Held.locked(tx, id);
            Optional<Refund> known = RefundStore.find(tx, refundId);
            if (known.isPresent()) {
                requireSame(known.get(), id, amount);
                return false;
            }
            RefundState state = sends(held.payee()) ? RefundState.SENT : RefundState.OPEN;
            if (!REFUNDABLE.contains(held.attempt().state())
                    || !refunds.add(tx, refundId, id, amount, reason, state)) {
                throw new RejectedException(
                        "payment.refund.too_much",
                        "Attempt " + id + " is " + held.attempt().state()
                                + "; so much money is not there to be sent back, or it is on its way already");
            }
            return true;
        });
        Refund refund = refundOf(refundId);
        return fresh && refund.state() == RefundState.SENT ? send(refund) : refund;
    }

    private boolean sends(String payee) {
        return around.payees().can(payee, Capability.REFUND);
    }

    private static void requireSame(Refund known, AttemptId attempt, Money amount) {
        if (!known.attemptId().equals(attempt) || !known.amount().equals(amount)) {
            throw new RejectedException(
                    "payment.refund.changed",
                    "Refund " + known.id() + " is about another attempt or amount; give every refund an id of its own");
        }
    }

    /** Asks the platform, once. The refund is written down as sent; if this process dies now, it stays so, and a person has to look. */
    private Refund send(Refund refund) {
        Held held = around.database().call(tx -> Held.of(tx, refund.attemptId()));
        RefundResult result = around.payees()
                .refund(
                        held.payee(),
                        new RefundRequest(held.forConnector(), refund.id(), refund.amount(), refund.reason()));
        if (result instanceof RefundResult.Done done) {
            return answered(refund, RefundState.DONE, new RefundStore.Note(null, done.providerReference(), null));
        }
        if (result instanceof RefundResult.Rejected rejected) {
            LOG.warn("payment.refund {} was refused by {}: {}", refund.id(), held.payee(), rejected.code());
            return answered(refund, RefundState.REJECTED, new RefundStore.Note(rejected.code(), null, null));
        }
        String code = ((RefundResult.Unknown) result).code();
        LOG.warn("payment.refund {} got no answer from {}: {}", refund.id(), held.payee(), code);
        return answered(refund, RefundState.UNCLEAR, new RefundStore.Note(code, null, null));
    }

    private Refund answered(Refund refund, RefundState state, RefundStore.Note note) {
        around.database().inTransaction(tx -> {
            Held.locked(tx, refund.attemptId());
            refunds.move(tx, refund.id(), Set.of(RefundState.SENT), state, note);
        });
        return refundOf(refund.id());
    }

    /** A person says what became of it. */
    public Refund close(RefundId id, RefundState as, String by) {
        Refund refund = refundOf(id);
        around.database().inTransaction(tx -> {
            Held.locked(tx, refund.attemptId());
            boolean closed = refunds.move(tx, id, UNFINISHED, as, new RefundStore.Note(null, null, who(by)));
            if (!closed && RefundStore.find(tx, id).orElseThrow().state() != as) {
                throw new RejectedException(
                        "payment.refund.closed", "Refund " + id + " was closed before, and otherwise than now");
            }
        });
        return refundOf(id);
    }

    private Refund refundOf(RefundId id) {
        return around.database()
                .call(tx -> RefundStore.find(tx, id))
                .orElseThrow(() -> new RejectedException(
                        "payment.refund.unknown", "There is no refund with this id; check where the id comes from"));
    }

    // reviews

    /** Ends a review. */
    public OrderId settle(AttemptId id, Settlement decision, String by) {
        OrderId order = around.database().call(tx -> {
            Held held = Held.locked(tx, id);
            switch (decision) {
                case MONEY_IS_THERE -> there(tx, held, who(by));
                case MONEY_IS_NOT_THERE -> notThere(tx, held, who(by));
                case SEND_BACK -> sendBack(tx, held, who(by));
            }
            return held.order().id();
        });
        LOG.info("payment.settle attempt {}: {}", id, decision);
        if (decision == Settlement.SEND_BACK) {
            sendWaiting(id);
        }
        return order;
    }

    private void there(Tx tx, Held held, String by) {
        move(tx, held, PaymentState.PAID, by);
        drop(tx, held.attempt().id(), by);
        AttemptStore.received(tx, held.attempt().id(), held.total());
        ledger.tellPaid(tx, held, around.now());
    }

    private void notThere(Tx tx, Held held, String by) {
        if (held.order().paidAttempt().equals(Optional.of(held.attempt().id()))) {
            throw new RejectedException(
                    "payment.settle.paid",
                    "Attempt " + held.attempt().id() + " was told as paid, which cannot be taken back here; "
                            + "what became of the case is the authority's decision");
        }
        move(tx, held, PaymentState.FAILED, by);
        drop(tx, held.attempt().id(), by);
        AttemptStore.nothingReceived(tx, held.attempt().id());
    }

    private void sendBack(Tx tx, Held held, String by) {
        move(tx, held, PaymentState.REFUND_REQUESTED, by);
        if (held.attempt().received().isZero()) {
            AttemptStore.received(tx, held.attempt().id(), held.total());
        }
        refunds.task(tx, held.attempt().id(), held.attempt().reason().orElse("payment.settled"));
    }

    private void move(Tx tx, Held held, PaymentState to, String by) {
        if (!AttemptStore.settle(tx, held.attempt(), to, by, around.now())) {
            throw new RejectedException(
                    "payment.settle.state",
                    "Attempt " + held.attempt().id() + " is " + held.attempt().state()
                            + "; only what is in REVIEW can be settled, and once");
        }
    }

    /** Nobody has to send back what was only noted as a task. */
    private void drop(Tx tx, AttemptId id, String by) {
        for (Refund refund : RefundStore.of(tx, id)) {
            refunds.move(
                    tx,
                    refund.id(),
                    Set.of(RefundState.OPEN),
                    RefundState.DROPPED,
                    new RefundStore.Note(null, null, by));
        }
    }

    /** Hands tasks that waited for a decision to the platform, if it sends money back. */
    private void sendWaiting(AttemptId id) {
        List<Refund> waiting = around.database().call(tx -> {
            Held held = Held.locked(tx, id);
            return RefundStore.of(tx, id).stream()
                    .filter(refund -> sends(held.payee()))
                    .filter(refund -> refunds.move(
                            tx,
                            refund.id(),
                            Set.of(RefundState.OPEN),
                            RefundState.SENT,
                            RefundStore.Note.NONE))
                    .toList();
        });
        waiting.forEach(this::send);
    }

    private static String who(String by) {
        if (by.isBlank() || by.length() > 100) {
            throw new IllegalArgumentException("Who decides has a name of 1 to 100 characters");
        }
        return by;
    }

    // transfers

    /** Notes money that came, and what that means. */
    public OrderId received(AttemptId id, ReceivedTransfer transfer) {
        return around.database().call(tx -> {
            Held before = Held.locked(tx, id);
            if (TransferStore.insert(tx, before.attempt(), transfer, around.now())) {
                AttemptStore.add(tx, id, transfer.amount());
                judge(tx, Held.of(tx, id), transfer);
            } else if (!TransferStore.isKnown(tx, before.attempt(), transfer)) {
                throw new RejectedException(
                        "payment.transfer.reused",
                        "The account has a booking with this number for another attempt or amount");
            }
            return before.order().id();
        });
    }

    private void judge(Tx tx, Held held, ReceivedTransfer transfer) {
        long beyond = Ledger.beyond(held.attempt(), held.order()).cents();
        if (!held.attempt().state().isWorthAsking() || beyond > 0) {
            ledger.review(tx, held, "payment.overpaid");
        } else if (beyond == 0) {
            ledger.paid(tx, held, Optional.of("transfer"), transfer.bookedAt());
        } else {
            ledger.partlyPaid(tx, held);
        }
    }
}
