// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private static final PaymentStart AWAITED =
            unavailable("Ihre Überweisung wird erwartet. Bitte zahlen Sie nicht noch einmal.");

    private final Surroundings around;
    private final Ledger ledger;
    private final Inquiry inquiry;

    Opening(Surroundings around, Ledger ledger, Inquiry inquiry) {
        this.around = around;
        this.ledger = ledger;
        this.inquiry = inquiry;
    }

    /** What has been tried for one click. */
    private static final class Tries {
        private final Set<AttemptId> asked = new HashSet<>();
        private int opened;
        private boolean repeated;
    }

    /** Where to send the payer now. */
    public PaymentStart start(Order order) {
        around.payees().of(order.payee());
        OrderId id = written(order);
        Tries tries = new Tries();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Standing standing = standing(id);
            Optional<PaymentStart> over = decided(standing);
            if (over.isEmpty() && standing.order().openAttempt().isPresent()) {
                over = resume(standing.order().openAttempt().get(), tries);
            } else if (over.isEmpty()
                    && standing.latest().isPresent()
                    && tries.asked.add(standing.latest().get().id())) {
                inquiry.ask(standing.latest().get().id());
            } else if (over.isEmpty()) {
                over = open(standing.order(), tries);
            }
            if (over.isPresent()) {
                return over.get();
            }
        }
        return BUSY;
    }

    private OrderId written(Order order) {
        OrderRow row = around.database()
                .call(tx -> OrderStore.of(tx, order.caseId()).orElseGet(() -> {
                    OrderStore.insert(tx, new OrderId(around.tokens().uuid()), order, around.now());
                    return OrderStore.of(tx, order.caseId()).orElseThrow();
                }));
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
        return around.database().call(tx -> new Standing(OrderStore.get(tx, id), AttemptStore.of(tx, id)));
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
    private Optional<PaymentStart> resume(AttemptId id, Tries tries) {
        if (!Waiting.until(() -> !inquiry.held(id).attempt().beingOpened(around.now()), around.patience(), LOOK)) {
            return Optional.of(BUSY);
        }
        Held before = inquiry.held(id);
        if (mayRepeat(before)) {
            return repeat(before, tries);
        }
        Inquiry.Asked asked = inquiry.ask(id);
        AttemptRow attempt = asked.attempt();
        if (!attempt.state().isOpen()) {
            return Optional.empty();
        }
        if (mayRepeat(asked.held())) {
            return repeat(asked.held(), tries);
        }
        if (attempt.transfer().isPresent()) {
            return Optional.of(new PaymentStart.Transfer(
                    remaining(asked.held(), attempt.transfer().get())));
        }
        if (attempt.page().isPresent()
                && (!asked.answered() || inquiry.plan(asked.held()).pageUsable(around.now()))) {
            return Optional.of(
                    new PaymentStart.Redirect(URI.create(attempt.page().get())));
        }
        if (attempt.state() == PaymentState.AWAITING_TRANSFER || attempt.state() == PaymentState.PARTLY_PAID) {
            return Optional.of(AWAITED);
        }
        if (!asked.answered()) {
            return Optional.of(SILENT);
        }
        // The payer has no page, or an old one, and the platform says that nothing was paid: a new attempt may follow.
        around.database().inTransaction(tx -> ledger.move(tx, attempt, PaymentState.EXPIRED, "payment.abandoned"));
        return Optional.empty();
    }

    private boolean mayRepeat(Held held) {
        return held.attempt().state() == PaymentState.UNKNOWN
                && around.payees().can(held.payee(), Capability.REPEATABLE_START);
    }

    /** What is left to transfer, to the same place. */
    private static BankTransfer remaining(Held held, BankTransfer all) {
        long missing = -Ledger.beyond(held.attempt(), held.order()).cents();
        return missing <= 0 ? all : all.withAmount(Money.cents(missing));
    }

    private Optional<PaymentStart> open(OrderRow order, Tries tries) {
        String payee = order.order().payee();
        if (tries.opened == MOST_ATTEMPTS || !around.payees().admits(payee)) {
            return Optional.of(SILENT);
        }
        tries.opened++;
        AttemptId id = new AttemptId(around.tokens().uuid());
        String token = around.tokens().token();
        String account = around.payees().of(payee).profile().account();
        boolean won = around.database().call(tx -> {
            boolean first = OrderStore.open(tx, order.id(), id);
            if (first) {
                AttemptStore.insert(tx, order.id(), id, account, around.now());
                AttemptStore.token(tx, id, Surroundings.hash(token));
                around.jobs()
                        .schedule(tx, Inquiry.JOB, id.toString(), around.now().plus(PollPlan.INITIATION));
            }
            return first;
        });
        if (!won) {
            return Optional.empty();
        }
        tries.asked.add(id);
        Held held = inquiry.held(id);
        Initiation answer = initiate(held, token);
        if (answer instanceof Initiation.Rejected rejected) {
            LOG.error("payment.start attempt {} was refused by {}: {}", id, payee, rejected.code());
            around.database()
                    .inTransaction(tx -> ledger.move(tx, held.attempt(), PaymentState.FAILED, rejected.code()));
            return Optional.of(REFUSED);
        }
        if (answer instanceof Initiation.Unknown unknown) {
            around.database()
                    .inTransaction(tx -> ledger.move(tx, held.attempt(), PaymentState.UNKNOWN, unknown.code()));
            return Optional.empty();
        }
        return opened(held, answer);
    }

    /** Opens the same attempt again, since the platform's answer was lost and it allows that. */
    private Optional<PaymentStart> repeat(Held held, Tries tries) {
        AttemptId id = held.attempt().id();
        if (tries.repeated || !around.payees().admits(held.payee())) {
            return Optional.of(SILENT);
        }
        String token = around.tokens().token();
        boolean ours = around.database().call(tx -> {
            boolean claimed = AttemptStore.claim(tx, id, around.now());
            if (claimed) {
                AttemptStore.token(tx, id, Surroundings.hash(token));
            }
            return claimed;
        });
        if (!ours) {
            return Optional.empty();
        }
        tries.repeated = true;
        Initiation answer = initiate(held, token);
        if (answer instanceof Initiation.Rejected rejected) {
            LOG.warn("payment.start attempt {} cannot be opened again at {}: {}", id, held.payee(), rejected.code());
            around.database()
                    .inTransaction(tx -> AttemptStore.move(
                            tx,
                            held.attempt(),
                            Set.of(PaymentState.UNKNOWN),
                            PaymentState.EXPIRED,
                            rejected.code(),
                            around.now()));
            return Optional.empty();
        }
        if (answer instanceof Initiation.Unknown) {
            around.database().inTransaction(tx -> AttemptStore.release(tx, id));
            return Optional.of(SILENT);
        }
        return opened(held, answer);
    }

    private Initiation initiate(Held held, String token) {
        Initiation answer = around.payees()
                .initiate(
                        held.payee(),
                        new InitiationRequest(held.forConnector(), around.returnTo(token), around.notifyAt(token)));
        if (answer instanceof Initiation.Unknown unknown) {
            LOG.warn(
                    "payment.start attempt {} got no answer from {}: {}",
                    held.attempt().id(),
                    held.payee(),
                    unknown.code());
        }
        boolean other = answer instanceof Initiation.Transfer transfer
                && !transfer.details().amount().equals(held.total());
        return other ? new Initiation.Rejected("payment.amount") : answer;
    }

    private Optional<PaymentStart> opened(Held held, Initiation answer) {
        AttemptId id = held.attempt().id();
        if (answer instanceof Initiation.Transfer transfer) {
            return opened(
                    held,
                    transfer.providerReference(),
                    Optional.empty(),
                    PaymentState.AWAITING_TRANSFER,
                    tx -> AttemptStore.transfer(tx, id, transfer.details()),
                    new PaymentStart.Transfer(transfer.details()));
        }
        Initiation.Redirect redirect = (Initiation.Redirect) answer;
        return opened(
                held,
                redirect.providerReference(),
                redirect.paymentReference(),
                PaymentState.PENDING,
                tx -> AttemptStore.page(tx, id, redirect.page()),
                new PaymentStart.Redirect(redirect.page()));
    }

    private Optional<PaymentStart> opened(
            Held held,
            String providerReference,
            Optional<String> paymentReference,
            PaymentState to,
            Consumer<Tx> keep,
            PaymentStart start) {
        return around.database().call(tx -> {
            if (!ledger.learned(tx, held, Optional.of(providerReference), paymentReference)) {
                return Optional.of(IN_REVIEW);
            }
            keep.accept(tx);
            // If the answer came so late that the attempt was given up meanwhile, nobody may pay on its page.
            return ledger.move(tx, held.attempt(), to, null) ? Optional.of(start) : Optional.empty();
        });
    }

    private static PaymentStart unavailable(String publicText) {
        return new PaymentStart.Unavailable(publicText);
    }
}
