// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.jobs.Next;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ProviderState;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the platform about an attempt: the only way by which a state changes after the start without a person. */
public final class Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    private static final Duration SPREAD = Duration.ofMillis(20);

    /** The job that polls one attempt; its id is the attempt's. */
    public static final String JOB = "payment.refresh";

    private final Surroundings around;
    private final Ledger ledger;

    Inquiry(Surroundings around, Ledger ledger) {
        this.around = around;
        this.ledger = ledger;
    }

    /** What came of a question. */
    enum Outcome {
        /** The platform told something, or there is nobody to ask. */
        ANSWERED,
        /** No news. */
        SILENT,
        /** The platform does not answer anybody at present, so it was not asked. */
        NOT_ASKED
    }

    /**
     * What came of it.
     *
     * @param held as it is now
     */
    record Asked(Outcome outcome, Held held) {

        boolean answered() {
            return outcome == Outcome.ANSWERED;
        }

        AttemptRow attempt() {
            return held.attempt();
        }
    }

    /** What is read after a question, in the transaction that wrote its answer down. */
    private interface Reading<T> {
        T read(Tx tx, Outcome outcome, Held before);
    }

    /** Asks, and writes down the answer. */
    Asked ask(AttemptId id) {
        return ask(id, (tx, outcome, before) -> new Asked(outcome, before.again(tx)));
    }

    /** Asks, writes down the answer, and tells how the order stands then. */
    public PaymentView refresh(AttemptId id) {
        return ask(id, (tx, outcome, before) -> Views.of(tx, OrderStore.again(tx, before.order())));
    }

    private <T> T ask(AttemptId id, Reading<T> reading) {
        Held held = held(id);
        PaymentState state = held.attempt().state();
        if (!state.isWorthAsking()) {
            return after(held, Outcome.ANSWERED, reading);
        }
        if (state == PaymentState.CREATED) {
            if (held.attempt().beingOpened(around.now())) {
                return after(held, Outcome.SILENT, reading);
            }
            around.database()
                    .inTransaction(tx -> ledger.move(tx, held.attempt(), PaymentState.UNKNOWN, "payment.interrupted"));
        }
        if (!around.payees().can(held.payee(), Capability.QUERY)) {
            return after(held, Outcome.ANSWERED, reading);
        }
        ProviderState answer = around.payees().query(held.payee(), held.forConnector());
        Outcome outcome = answer instanceof ProviderState.NoAnswer ? Outcome.SILENT : Outcome.ANSWERED;
        if (answer instanceof ProviderState.NoAnswer none) {
            if (none.code().equals(Circuit.OPEN)) {
                return after(held, Outcome.NOT_ASKED, reading);
            }
            LOG.warn("payment.refresh attempt {} got no answer from {}: {}", id, held.payee(), none.code());
        }
        return around.database().call(tx -> {
            ledger.answered(tx, held, answer);
            return reading.read(tx, outcome, held);
        });
    }

    private <T> T after(Held held, Outcome outcome, Reading<T> reading) {
        return around.database().call(tx -> reading.read(tx, outcome, held));
    }

    /** One turn of the polling. */
    public Next poll(AttemptId id) {
        Asked asked = ask(id);
        AttemptRow attempt = asked.attempt();
        if (!attempt.state().isWorthAsking()) {
            return Next.done();
        }
        if (asked.outcome() == Outcome.NOT_ASKED) {
            return Next.at(afterPause(asked.held().payee()));
        }
        Instant now = around.now();
        PollPlan plan = plan(asked.held());
        if (attempt.state().isOpen() && plan.expired(now) && asked.answered()) {
            around.database().inTransaction(tx -> expire(tx, asked.held()));
        }
        if (plan.over(now)) {
            if (attempt.state().isOpen() && !asked.answered()) {
                around.database().inTransaction(tx -> ledger.review(tx, asked.held(), "payment.unanswered"));
            }
            return Next.done();
        }
        return Next.at(nextPoll(asked.held(), plan, now));
    }

    private void expire(Tx tx, Held held) {
        if (held.attempt().state() == PaymentState.PARTLY_PAID) {
            ledger.review(tx, held, "payment.partly");
        } else {
            ledger.move(tx, held.attempt(), PaymentState.EXPIRED, null);
        }
    }

    private Instant nextPoll(Held held, PollPlan plan, Instant now) {
        boolean nobodyToAsk = !around.payees().can(held.payee(), Capability.QUERY);
        return nobodyToAsk && !plan.expired(now) ? plan.expiry() : plan.next(now, around.tokens());
    }

    /** A question that was not put does not count; it is put when the platform may be back, not by all at the same moment. */
    private Instant afterPause(String payee) {
        Instant at = around.payees().nextTry(payee);
        Instant now = around.now();
        return (at.isBefore(now) ? now : at)
                .plus(SPREAD.multipliedBy(around.tokens().bytes(1)[0] & 0xff));
    }

    PollPlan plan(Held held) {
        return new PollPlan(
                held.attempt().createdAt(),
                around.payees().of(held.payee()).profile().pageLifetime());
    }

    Held held(AttemptId id) {
        return around.database().call(tx -> Held.of(tx, id));
    }
}
