// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.RejectedException;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens attempts, one at a time for each order. An attempt is written down before the platform hears of it, and none is opened before the
 * platform was asked about the last one.
 */
public final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int MOST_ATTEMPTS = 2;
    private static final int MOST_ROUNDS = 8;
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final PaymentStart SILENT =
            unavailable("Die Bezahlplattform antwortet zurzeit nicht. Ihre Angaben sind gespeichert. "
                    + "Bitte versuchen Sie es in einigen Minuten noch einmal.");
    private static final PaymentStart REFUSED =
            unavailable("Die Bezahlplattform hat die Zahlung nicht angenommen. Ihre Angaben sind gespeichert. "
                    + "Bitte versuchen Sie es später noch einmal oder wenden Sie sich an Ihre Stadtverwaltung.");
    private static final PaymentStart BUSY =
            unavailable("Ihre Zahlung wird gerade vorbereitet. Bitte versuchen Sie es in einer Minute noch einmal.");
    private static final PaymentStart IN_REVIEW =
            unavailable("Ihre Zahlung wird von der Stadtkasse geprüft. Bitte zahlen Sie nicht noch einmal.");

    private final Surroundings around;
    private final Ledger ledger;
    private final Inquiry inquiry;

    public Opening(Surroundings around, Ledger ledger, Inquiry inquiry) {
        this.around = around;
        this.ledger = ledger;
        this.inquiry = inquiry;
    }

    /** Where to send the payer now. */
    public PaymentStart start(Order order) {
        around.payees().of(order.payee());
        OrderId id = written(order);
        Set<AttemptId> asked = new HashSet<>();
        int opened = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Standing standing = standing(id);
            Optional<PaymentStart> over = decided(standing);
            if (over.isEmpty() && standing.order().openAttempt().isPresent()) {
                over = resume(standing.order().openAttempt().get());
            } else if (over.isEmpty()
                    && standing.latest().isPresent()
                    && asked.add(standing.latest().get().id())) {
                inquiry.ask(standing.latest().get().id());
            } else if (over.isEmpty()) {
                if (opened == MOST_ATTEMPTS) {
                    return SILENT;
                }
                opened++;
                over = open(standing.order(), asked);
            }
            if (over.isPresent()) {
                return over.get();
            }
        }
        return BUSY;
    }

    private OrderId written(Order order) {
        OrderId fresh = new OrderId(around.tokens().uuid());
        OrderRow row = around.database().call(tx -> {
            PaymentStore.insertOrder(tx, fresh, order, around.now());
            return PaymentStore.orderOf(tx, order.caseId()).orElseThrow();
        });
        Order known = row.order();
        if (!known.payee().equals(order.payee()) || !known.total().equals(order.total())) {
            throw new RejectedException(
                    "payment.order.changed",
                    "Case " + order.caseId() + " has an order with another payee or total already; "
                            + "a case is paid once, so settle or review the first order instead of starting another");
        }
        return row.id();
    }

    private record Standing(OrderRow order, List<AttemptRow> attempts) {

        Optional<AttemptRow> latest() {
            return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
        }
    }

    private Standing standing(OrderId id) {
        return around.database().call(tx -> new Standing(PaymentStore.order(tx, id), PaymentStore.attempts(tx, id)));
    }

    private Optional<PaymentStart> decided(Standing standing) {
        if (standing.order().paidAttempt().isPresent()) {
            return Optional.of(
                    new PaymentStart.AlreadyPaid(around.database().call(tx -> Views.of(tx, standing.order()))));
        }
        boolean inReview = standing.attempts().stream().anyMatch(attempt -> attempt.state() == PaymentState.REVIEW);
        return inReview ? Optional.of(IN_REVIEW) : Optional.empty();
    }

    /** Goes on with the open attempt; empty if the standing has changed and has to be looked at again. */
    private Optional<PaymentStart> resume(AttemptId id) {
        if (!Waiting.until(() -> !beingOpened(id), around.patience(), LOOK)) {
            return Optional.of(BUSY);
        }
        Inquiry.Asked asked = inquiry.ask(id);
        AttemptRow attempt = asked.attempt();
        if (!attempt.state().isOpen()) {
            return Optional.empty();
        }
        if (attempt.page().isPresent()
                && (!asked.answered() || inquiry.plan(attempt).pageUsable(around.now()))) {
            return Optional.of(new PaymentStart.Redirect(attempt.page().get()));
        }
        if (!asked.answered()) {
            return Optional.of(SILENT);
        }
        // The payer has no page, or an old one, and the platform says that nothing was paid: a new attempt may follow.
        ledger.move(attempt, PaymentState.EXPIRED, "payment.abandoned");
        return Optional.empty();
    }

    private boolean beingOpened(AttemptId id) {
        AttemptRow attempt = inquiry.attempt(id);
        return attempt.state() == PaymentState.CREATED
                && around.now().isBefore(attempt.createdAt().plus(PollPlan.INITIATION));
    }

    private Optional<PaymentStart> open(OrderRow order, Set<AttemptId> asked) {
        AttemptId id = new AttemptId(around.tokens().uuid());
        String token = around.tokens().token();
        String payee = order.order().payee();
        String account = around.payees().of(payee).profile().account();
        boolean won = around.database().call(tx -> {
            boolean first = PaymentStore.open(tx, order.id(), id, account, Surroundings.hash(token), around.now());
            if (first) {
                around.jobs()
                        .schedule(tx, Inquiry.JOB, id.toString(), around.now().plus(PollPlan.INITIATION));
            }
            return first;
        });
        if (!won) {
            return Optional.empty();
        }
        asked.add(id);
        AttemptRow attempt = inquiry.attempt(id);
        Initiation answer = around.payees()
                .initiate(
                        payee,
                        new InitiationRequest(
                                attempt.forConnector(order), around.returnTo(token), around.notifyAt(token)));
        if (answer instanceof Initiation.Redirect redirect) {
            return opened(attempt, redirect);
        }
        if (answer instanceof Initiation.Rejected rejected) {
            LOG.error("payment.start attempt {} was refused by {}: {}", id, payee, rejected.code());
            ledger.move(attempt, PaymentState.FAILED, rejected.code());
            return Optional.of(REFUSED);
        }
        String code = ((Initiation.Unknown) answer).code();
        LOG.warn("payment.start attempt {} got no answer from {}: {}", id, payee, code);
        ledger.move(attempt, PaymentState.UNKNOWN, code);
        return Optional.empty();
    }

    private Optional<PaymentStart> opened(AttemptRow attempt, Initiation.Redirect redirect) {
        boolean unique =
                around.database().call(tx -> PaymentStore.reference(tx, attempt.id(), redirect.providerReference()));
        if (!unique) {
            ledger.review(attempt, "payment.reference.reused");
            return Optional.of(IN_REVIEW);
        }
        boolean pending = around.database().call(tx -> {
            PaymentStore.page(tx, attempt.id(), redirect.page());
            return PaymentStore.move(tx, attempt, PaymentState.PENDING, null, around.now());
        });
        // If the answer came so late that the attempt was given up meanwhile, nobody may pay on its page.
        return pending ? Optional.of(new PaymentStart.Redirect(redirect.page())) : Optional.empty();
    }

    private static PaymentStart unavailable(String publicText) {
        return new PaymentStart.Unavailable(publicText);
    }
}
