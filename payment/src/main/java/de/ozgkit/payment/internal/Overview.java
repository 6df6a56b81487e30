// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.AttemptStatus;
import de.ozgkit.payment.Attention;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the pictures that administrators and the cash office see. */
public final class Overview {

    private static final int MOST = 500;
    private static final Duration STUCK = Duration.ofHours(1);

    private final Surroundings around;

    public Overview(Surroundings around) {
        this.around = around;
    }

    /** The attempts of a case, oldest first. */
    public List<AttemptStatus> attempts(CaseId caseId) {
        return around.database().call(tx -> OrderStore.of(tx, caseId)
                .map(order -> AttemptStore.of(tx, order.id()).stream()
                        .map(attempt -> status(tx, new Held(attempt, order)))
                        .toList())
                .orElse(List.of()));
    }

    /** What needs a person. */
    public Attention attention() {
        Instant now = around.now();
        return around.database()
                .call(tx -> new Attention(
                        waiting(tx, PaymentState.REVIEW, now.plus(STUCK)),
                        waiting(tx, PaymentState.UNKNOWN, now.minus(STUCK)),
                        RefundStore.open(tx, MOST)));
    }

    private List<AttemptStatus> waiting(Tx tx, PaymentState state, Instant before) {
        return AttemptStore.waiting(tx, state, before, MOST).stream()
                .map(attempt -> status(tx, new Held(attempt, OrderStore.get(tx, attempt.orderId()))))
                .toList();
    }

    private AttemptStatus status(Tx tx, Held held) {
        AttemptRow attempt = held.attempt();
        return new AttemptStatus(
                attempt.id(),
                attempt.orderId(),
                held.order().order().caseId(),
                held.payee(),
                held.total(),
                attempt.received(),
                attempt.refunds(),
                attempt.state(),
                attempt.reason(),
                attempt.providerReference(),
                attempt.paymentReference(),
                attempt.answer(),
                attempt.askedAt(),
                around.jobs().next(tx, Inquiry.JOB, attempt.id().toString()),
                attempt.createdAt(),
                attempt.changedAt());
    }

    /** The attempt of a payee's account that has this number, as the payment's or as the platform's. */
    public Optional<AttemptId> find(String payee, String reference) {
        String account = around.payees().of(payee).profile().account();
        return around.database()
                .call(tx -> AttemptStore.byReference(tx, account, reference))
                .map(AttemptRow::id);
    }

    /** How much of what an attempt took went back. */
    public Money sentBack(AttemptId id) {
        List<Refund> refunds = around.database().call(tx -> RefundStore.of(tx, id));
        return RefundLedger.sum(refunds, RefundState.DONE);
    }

    /** The refunds of a case, oldest first. */
    public List<Refund> refunds(CaseId caseId) {
        return around.database().call(tx -> OrderStore.of(tx, caseId)
                .map(order -> AttemptStore.of(tx, order.id()).stream()
                        .flatMap(attempt -> RefundStore.of(tx, attempt.id()).stream())
                        .toList())
                .orElse(List.of()));
    }
}
