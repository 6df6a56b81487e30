// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Next;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.ProviderState;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the platform about an attempt: the only way by which a state changes after the start. */
public final class Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    /** The job that polls one attempt; its id is the attempt's. */
    public static final String JOB = "payment.refresh";

    private final Surroundings around;
    private final Ledger ledger;

    public Inquiry(Surroundings around, Ledger ledger) {
        this.around = around;
        this.ledger = ledger;
    }

    /**
     * What came of it.
     *
     * @param answered whether the platform told anything
     * @param attempt as it is now
     */
    public record Asked(boolean answered, AttemptRow attempt) {}

    /** Asks, and writes down the answer. */
    public Asked ask(AttemptId id) {
        AttemptRow attempt = attempt(id);
        if (!attempt.state().isWorthAsking()) {
            return new Asked(true, attempt);
        }
        if (attempt.state() == PaymentState.CREATED) {
            if (around.now().isBefore(attempt.createdAt().plus(PollPlan.INITIATION))) {
                return new Asked(false, attempt);
            }
            ledger.move(attempt, PaymentState.UNKNOWN, "payment.interrupted");
        }
        OrderRow order = around.database().call(tx -> PaymentStore.order(tx, attempt.orderId()));
        ProviderState answer = around.payees().query(order.order().payee(), attempt.forConnector(order));
        if (answer instanceof ProviderState.Reported reported) {
            ledger.report(attempt, reported);
        } else if (answer instanceof ProviderState.NoAnswer none) {
            LOG.warn(
                    "payment.refresh attempt {} got no answer from {}: {}",
                    id,
                    order.order().payee(),
                    none.code());
        }
        return new Asked(!(answer instanceof ProviderState.NoAnswer), attempt(id));
    }

    /** One turn of the polling. */
    public Next poll(AttemptId id) {
        Asked asked = ask(id);
        AttemptRow attempt = asked.attempt();
        if (!attempt.state().isWorthAsking()) {
            return Next.done();
        }
        Instant now = around.now();
        PollPlan plan = plan(attempt);
        if (attempt.state().isOpen() && plan.expired(now) && asked.answered()) {
            ledger.move(attempt, PaymentState.EXPIRED, null);
        }
        if (!plan.over(now)) {
            return Next.at(plan.next(now, around.tokens()));
        }
        if (attempt.state().isOpen() && !asked.answered()) {
            ledger.review(attempt, "payment.unanswered");
        }
        return Next.done();
    }

    PollPlan plan(AttemptRow attempt) {
        OrderRow order = around.database().call(tx -> PaymentStore.order(tx, attempt.orderId()));
        return new PollPlan(
                attempt.createdAt(),
                around.payees().of(order.order().payee()).profile().pageLifetime());
    }

    AttemptRow attempt(AttemptId id) {
        return around.database()
                .call(tx -> PaymentStore.attempt(tx, id))
                .orElseThrow(() -> new RejectedException(
                        "payment.attempt.unknown",
                        "There is no payment attempt with this id; check where the id comes from"));
    }
}
