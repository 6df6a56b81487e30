// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.Paid;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Review;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.payment.spi.ProviderState.Reported;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what happened to an attempt. Who makes the change tells the listeners, in the same transaction. */
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int LONGEST_METHOD = 40;

    private final Surroundings around;
    private final Listeners listeners;
    private final RefundLedger refunds;

    Ledger(Surroundings around, Listeners listeners, RefundLedger refunds) {
        this.around = around;
        this.listeners = listeners;
        this.refunds = refunds;
    }

    /** What the platform said about the attempt when it was asked. */
    void answered(Tx tx, Held held, ProviderState answer) {
        AttemptStore.asked(tx, held.attempt().id(), code(answer), around.now());
        if (answer instanceof Reported reported) {
            report(tx, held, reported);
        } else if (answer instanceof ProviderState.Unclear unclear
                && !held.attempt().settled()) {
            // Where a person has decided before, the same answer tells nothing new.
            review(tx, held, unclear.code());
        }
    }

    private static String code(ProviderState answer) {
        if (answer instanceof Reported reported) {
            return reported.state().name();
        }
        if (answer instanceof ProviderState.Unclear unclear) {
            return unclear.code();
        }
        return answer instanceof ProviderState.NoAnswer none ? none.code() : "NOT_FOUND";
    }

    private void report(Tx tx, Held held, Reported reported) {
        if (!learned(tx, held, Optional.empty(), reported.paymentReference())) {
            return;
        }
        switch (reported.state()) {
            case PENDING -> LOG.debug(
                    "payment.refresh {} still pending", held.attempt().id());
            case PAID -> {
                reported.amount()
                        .ifPresent(amount ->
                                AttemptStore.received(tx, held.attempt().id(), amount));
                if (!reported.amount().orElse(held.total()).equals(held.total())) {
                    review(tx, held, "payment.amount");
                } else {
                    paid(tx, held, reported.method(), reported.paidAt().orElse(around.now()));
                }
            }
            case PARTLY_PAID -> {
                reported.amount()
                        .ifPresent(amount ->
                                AttemptStore.received(tx, held.attempt().id(), amount));
                partlyPaid(tx, held);
            }
            default -> move(tx, held.attempt(), reported.state(), null);
        }
    }

    /** Notes numbers that were learned; if they cannot be right, a person has to look, and this is false. */
    boolean learned(Tx tx, Held held, Optional<String> providerReference, Optional<String> paymentReference) {
        AttemptRow known = held.attempt();
        boolean fit = providerReference
                        .filter(number -> !known.providerReference().equals(Optional.of(number))
                                && !AttemptStore.providerReference(tx, known.id(), number))
                        .isEmpty()
                && paymentReference
                        .filter(number -> !known.paymentReference().equals(Optional.of(number))
                                && !AttemptStore.paymentReference(tx, known.id(), number))
                        .isEmpty();
        if (!fit) {
            review(tx, held, "payment.reference.reused");
        }
        return fit;
    }

    /** All the money is there. */
    void paid(Tx tx, Held held, Optional<String> method, Instant at) {
        if (move(tx, held.attempt(), PaymentState.PAID, null)) {
            AttemptStore.received(tx, held.attempt().id(), held.total());
            method.map(Ledger::word)
                    .ifPresent(word -> AttemptStore.method(tx, held.attempt().id(), word, true));
            if (!tellPaid(tx, held, at)) {
                review(tx, held, "payment.double");
                refunds.task(tx, held.attempt().id(), "payment.double");
            }
        }
    }

    /** Tells that the order is paid; false if another attempt has paid it. */
    boolean tellPaid(Tx tx, Held held, Instant at) {
        OrderRow order = held.order();
        if (!OrderStore.paid(tx, order.id(), held.attempt().id(), at)) {
            return OrderStore.get(tx, order.id())
                    .paidAttempt()
                    .equals(Optional.of(held.attempt().id()));
        }
        AttemptRow now = AttemptStore.get(tx, held.attempt().id());
        listeners
                .paid()
                .paid(
                        tx,
                        new Paid(
                                order.id(),
                                order.order().caseId(),
                                now.id(),
                                order.order().payee(),
                                order.order().total(),
                                now.method(),
                                now.providerReference(),
                                now.paymentReference(),
                                at));
        return true;
    }

    /** Some of the money is there. It is waited for the rest, unless nobody waits any more. */
    void partlyPaid(Tx tx, Held held) {
        AttemptRow now = AttemptStore.get(tx, held.attempt().id());
        if (now.state().isSoftEnd()) {
            review(tx, held, "payment.partly");
        } else {
            move(tx, now, PaymentState.PARTLY_PAID, null);
        }
    }

    /** Asks a person to look at the attempt. */
    void review(Tx tx, Held held, String reason) {
        if (move(tx, held.attempt(), PaymentState.REVIEW, reason)) {
            AttemptRow now = AttemptStore.get(tx, held.attempt().id());
            OrderRow order = held.order();
            listeners
                    .review()
                    .review(
                            tx,
                            new Review(
                                    order.id(),
                                    order.order().caseId(),
                                    now.id(),
                                    order.order().payee(),
                                    order.order().total(),
                                    now.providerReference(),
                                    now.paymentReference(),
                                    reason));
        }
    }

    /** Moves the attempt to a state that nobody has to be told about. */
    boolean move(Tx tx, AttemptRow attempt, PaymentState to, @Nullable String reason) {
        boolean moved = AttemptStore.move(tx, attempt, to, reason, around.now());
        if (moved && to == PaymentState.REVIEW) {
            LOG.warn("payment.review attempt {} of order {}: {}", attempt.id(), attempt.orderId(), reason);
        } else if (moved) {
            LOG.info("payment.state attempt {} of order {} is {}", attempt.id(), attempt.orderId(), to);
        }
        return moved;
    }

    /** A platform's word for the way of paying, as it is kept. */
    private static String word(String method) {
        String plain = method.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return plain.length() > LONGEST_METHOD ? plain.substring(0, LONGEST_METHOD) : plain;
    }

    /** The money that is there beyond what is owed, or what is missing if negative. */
    static Money beyond(AttemptRow attempt, OrderRow order) {
        return Money.cents(attempt.received().cents() - order.order().total().cents());
    }
}
