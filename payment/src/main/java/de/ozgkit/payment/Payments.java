// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.payment.internal.Inquiry;
import de.ozgkit.payment.internal.Listeners;
import de.ozgkit.payment.internal.Parts;
import de.ozgkit.payment.internal.Payees;
import de.ozgkit.payment.internal.PaymentTables;
import de.ozgkit.payment.internal.Surroundings;
import de.ozgkit.payment.internal.Views;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.PaymentConnector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes fees. For each case there is one order, for each order one attempt at a time, and each order is told as paid once, in the transaction
 * that writes it down. Thread-safe; several nodes may share the database.
 *
 * <p>Whatever happens - the answer of the platform is lost, this process dies, the browser never returns - the attempt was written down
 * before, and the platform is asked about it until it is clear.
 *
 * @since 0.1
 */
public final class Payments {

    private final Surroundings around;
    private final Parts parts;

    private Payments(Surroundings around, Listeners listeners) {
        this.around = around;
        this.parts = Parts.on(around, listeners);
    }

    /**
     * Payments kept in the database behind the given pool.
     *
     * <p>The database must have written a commit to disk when it says so. H2 does that only with {@code ;WRITE_DELAY=0} in its URL.
     */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * The citizen wants to pay now. May be called again and again, also at once by a double click: there is one order for each case, and the
     * payer comes back to the page that is open. Takes as long as the platform needs, up to a minute if it does not answer.
     *
     * @throws de.ozgkit.core.RejectedException with code {@code payment.order.changed} if the case has an order with another payee or total
     * @throws ConfigurationException with code {@code payment.payee.unknown}
     * @throws IllegalArgumentException if nothing is owed
     */
    public PaymentStart start(Order order) {
        return parts.opening().start(order.requirePayable());
    }

    /**
     * The payer's browser came back by GET or POST to {@code {base}/return/{token}}. Call it without looking at the session: a browser
     * sends no cookies with a POST from another site. Then answer with a redirect (303) to a page of your own.
     *
     * @param token from the path
     * @param form the fields of the form or query, such as {@link CallbackFields} reads them
     * @return how things stand after asking the platform; maybe still pending, which is to be shown as "is being checked"
     * @throws de.ozgkit.core.RejectedException {@code payment.callback.unknown} (answer 404), {@code payment.callback.signature},
     *     {@code payment.callback.mismatch}, {@code payment.reference.reused} or {@code payment.callback.too_large} (answer 400)
     */
    public PaymentView returned(String token, Map<String, String> form) {
        return parts.callbacks().returned(token, form);
    }

    /**
     * The platform called {@code {base}/notify/{token}}. Returns at once, the platform is asked in the background; answer 200 then.
     *
     * @throws de.ozgkit.core.RejectedException as {@link #returned}
     */
    public void notified(String token, Map<String, String> form) {
        parts.callbacks().notified(token, form);
    }

    /**
     * Asks the platform about the attempt now, and writes down what it says.
     *
     * @throws de.ozgkit.core.RejectedException with code {@code payment.attempt.unknown}
     */
    public PaymentView refresh(AttemptId id) {
        return parts.inquiry().refresh(id);
    }

    /** The payment of a case, if one was ever started. Does not ask the platform. */
    public Optional<PaymentView> of(CaseId caseId) {
        return around.database().call(tx -> Views.of(tx, caseId));
    }

    /** The receipt of a case that is paid. */
    public Optional<Receipt> receipt(CaseId caseId) {
        return of(caseId).flatMap(payment -> payment.paidAt().flatMap(at -> payment.paidBy()
                .map(attempt ->
                        Receipt.of(payment, attempt, at, parts.overview().sentBack(attempt.id())))));
    }

    /**
     * Money came by bank transfer, say a clerk or an import. Safe to repeat. Only for attempts of which the platform does not tell by
     * itself that money came.
     *
     * @param id found by {@link #find}, for example
     * @return how things stand now: partly paid, paid, or in review with {@code payment.overpaid}
     * @throws de.ozgkit.core.RejectedException {@code payment.attempt.unknown}, or {@code payment.transfer.reused} if the account has a
     *     booking with this number for something else
     */
    public PaymentView transferReceived(AttemptId id, ReceivedTransfer transfer) {
        return view(parts.cashOffice().received(id, transfer));
    }

    /** The attempt of a payee's account that has this number, such as the Kassenzeichen or the reference on a transfer. */
    public Optional<AttemptId> find(String payee, String reference) {
        return parts.overview().find(payee, reference);
    }

    /**
     * Sends money back: by the platform where it can do that, which takes as long as it needs, and else as a task for the cash office. The
     * refund is written down first. The platform is asked once: {@link RefundState#UNCLEAR} and {@link RefundState#REJECTED} need a person.
     *
     * @param refundId a new one for each wish: the same one is never fulfilled twice, and another one sends money again
     * @param reason a few words without personal data, at most 200 characters
     * @throws de.ozgkit.core.RejectedException {@code payment.attempt.unknown}, {@code payment.refund.too_much} if it is not paid or less is
     *     left, {@code payment.refund.changed} if the id was used for something else
     */
    public Refund refund(AttemptId id, RefundId refundId, Money amount, String reason) {
        if (amount.cents() <= 0 || reason.isBlank() || reason.length() > 200) {
            throw new IllegalArgumentException("A refund has an amount, and a reason of 1 to 200 characters");
        }
        return parts.cashOffice().refund(id, refundId, amount, reason);
    }

    /**
     * A person has sent the money, or has found out that it was sent. Safe to repeat.
     *
     * @param by who says so, at most 100 characters; kept, never logged
     * @throws de.ozgkit.core.RejectedException {@code payment.refund.unknown}, or {@code payment.refund.closed} if it was dropped
     */
    public Refund refundDone(RefundId id, String by) {
        return parts.cashOffice().close(id, RefundState.DONE, by);
    }

    /** A person makes sure that no money goes back under this number, so that it may be sent under another one; else as {@link #refundDone}. */
    public Refund refundDropped(RefundId id, String by) {
        return parts.cashOffice().close(id, RefundState.DROPPED, by);
    }

    /** The refunds of a case, oldest first. */
    public List<Refund> refunds(CaseId caseId) {
        return parts.overview().refunds(caseId);
    }

    /**
     * A person has looked at an attempt in {@link PaymentState#REVIEW} and says what is true. With {@link Settlement#SEND_BACK} the platform
     * is asked to send the money back where it can, as by {@link #refund}.
     *
     * @param by who decides, at most 100 characters; kept, never logged
     * @throws de.ozgkit.core.RejectedException {@code payment.attempt.unknown}, {@code payment.settle.state} if it is not in review, or
     *     {@code payment.settle.paid} if the order was told as paid by it and now the money is said not to be there
     */
    public PaymentView settle(AttemptId id, Settlement decision, String by) {
        return view(parts.cashOffice().settle(id, decision, by));
    }

    /** The attempts of a case as an administrator sees them, oldest first. Does not ask the platform. */
    public List<AttemptStatus> attempts(CaseId caseId) {
        return parts.overview().attempts(caseId);
    }

    /** What needs a person. */
    public Attention attention() {
        return parts.overview().attention();
    }

    private PaymentView view(OrderId id) {
        return around.database().call(tx -> Views.of(tx, id));
    }

    /** Whether each payee's platform can be reached: for the administrator's page, not for every request. */
    public Map<String, Health> check() {
        return around.payees().check();
    }

    /**
     * Sets up {@link Payments}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final DataSource dataSource;
        private final Map<String, PaymentConnector> payees = new HashMap<>();
        private @Nullable Jobs jobs;
        private @Nullable URI callbacks;
        private PaidListener paid = (tx, news) -> {};
        private ReviewListener review = (tx, news) -> {};
        private RefundListener refund = (tx, news) -> {};
        private Clock clock = Clock.systemUTC();
        private Tokens tokens = Tokens.secure();
        private Duration patience = Duration.ofSeconds(8);

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Required: the jobs that poll platforms, on the same database and not started yet. */
        public Builder jobs(Jobs durable) {
            this.jobs = durable;
            return this;
        }

        /** Required: where the portal takes callbacks, such as {@code https://portal.example.de/zahlung}. */
        public Builder callbacks(URI base) {
            this.callbacks = base;
            return this;
        }

        /** Adds a payee, such as a city, and the account that takes its money. Keep it as long as it has orders. */
        public Builder payee(String id, PaymentConnector connector) {
            if (payees.putIfAbsent(id, connector) != null) {
                throw new ConfigurationException(
                        "payment.payee.twice", "There are two payees '" + id + "'; give each its own name");
            }
            return this;
        }

        /** Who is told about paid orders. */
        public Builder onPaid(PaidListener listener) {
            this.paid = listener;
            return this;
        }

        /** Who is told about payments that need a person. */
        public Builder onReview(ReviewListener listener) {
            this.review = listener;
            return this;
        }

        /** Who is told about money that is to go back. */
        public Builder onRefund(RefundListener listener) {
            this.refund = listener;
            return this;
        }

        /** Another clock than the system's, for tests. */
        public Builder clock(Clock other) {
            this.clock = other;
            return this;
        }

        /** Another source of ids and tokens than the secure one, for tests. */
        public Builder tokens(Tokens other) {
            this.tokens = other;
            return this;
        }

        /** How long a citizen's request may wait for news that are about to come; 8 seconds if not set. */
        public Builder patience(Duration atMost) {
            this.patience = atMost;
            return this;
        }

        /**
         * Creates the tables if they are missing, and takes over the jobs named {@code payment.refresh}.
         *
         * @throws ConfigurationException if jobs, callbacks or a payee is missing
         */
        public Payments build() {
            if (jobs == null || callbacks == null || payees.isEmpty()) {
                throw new ConfigurationException(
                        "payment.incomplete", "Payments need jobs(..), callbacks(..) and at least one payee(..)");
            }
            PaymentTables.migrate(dataSource);
            Surroundings around = new Surroundings(
                    Database.of(dataSource), new Payees(payees, clock), jobs, base(callbacks), clock, tokens, patience);
            Payments payments = new Payments(around, new Listeners(paid, review, refund));
            jobs.handler(Inquiry.JOB, (id, failures) -> payments.parts.inquiry().poll(AttemptId.of(id)));
            return payments;
        }

        private static URI base(URI uri) {
            if (!uri.isAbsolute() || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
                throw new ConfigurationException(
                        "payment.callbacks",
                        "callbacks(..) is an absolute address without query, such as https://portal.example.de/zahlung");
            }
            String text = uri.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
        }
    }
}
