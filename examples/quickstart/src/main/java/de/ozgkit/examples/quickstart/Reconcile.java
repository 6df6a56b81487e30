// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.AttemptStatus;
import de.ozgkit.payment.Attention;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.ReceivedTransfer;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.Settlement;
import de.ozgkit.payment.spi.PaymentConnector;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Guide, "Reconcile". */
final class Reconcile {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private Reconcile() {}

    // tag::listeners
    /** Who is told: in the transaction that writes it down, so that nothing is told that was not, and nothing twice. */
    static Payments open(
            DataSource database, Jobs jobs, PaymentConnector platform, PaymentConnector account, TaskList tasks) {
        return Payments.on(database)
                .jobs(jobs)
                .callbacks(URI.create("https://portal.example.de/zahlung"))
                .payee("recklinghausen", platform)
                .payee("datteln", account)
                .onReview((tx, review) -> tasks.add(tx, "Zahlung klären: " + review.reason()))
                .onRefund((tx, refund) -> tasks.add(tx, refund.amount() + " zurückzahlen: " + refund.state()))
                .build();
    }
    // end::listeners

    // tag::morning
    /** Every morning: an empty list is a good day. */
    static List<String> morning(Payments payments) {
        Attention attention = payments.attention();
        List<String> lines = new ArrayList<>();
        attention.reviews().forEach(attempt -> lines.add("klären: " + line(attempt)));
        attention.stuck().forEach(attempt -> lines.add("ohne Antwort: " + line(attempt)));
        attention.refunds().forEach(refund -> lines.add("zurückzahlen: " + line(refund)));
        payments.check().forEach((payee, health) -> {
            if (!health.well()) {
                lines.add("nicht erreichbar: " + payee + ", " + health.code());
            }
        });
        return lines;
    }

    private static String line(AttemptStatus attempt) {
        return attempt.payee() + ", " + attempt.received() + " von " + attempt.total() + ", "
                + attempt.reason().orElse("") + ", Nummer "
                + attempt.paymentReference().or(attempt::providerReference).orElse("keine");
    }

    private static String line(Refund refund) {
        return refund.payee() + ", " + refund.amount() + ", " + refund.reason() + ", " + refund.state();
    }
    // end::morning

    // tag::attempts
    /** All that was tried for a case, for the administrator. */
    static List<String> attempts(Payments payments, CaseId caseId) {
        return payments.attempts(caseId).stream()
                .map(attempt -> attempt.state() + ", zuletzt gehört: "
                        + attempt.lastAnswer().orElse("nichts") + ", nächste Frage: "
                        + attempt.nextPoll().map(Instant::toString).orElse("keine"))
                .toList();
    }
    // end::attempts

    // tag::import
    /** A line of the bank statement. */
    record Booking(String number, Money amount, Instant bookedAt, String text) {}

    /** Books what came and gives back what belongs to no payment here. May run twice over the same statement. */
    static List<Booking> book(Payments payments, String payee, List<Booking> statement) {
        List<Booking> unknown = new ArrayList<>();
        for (Booking booking : statement) {
            Optional<AttemptId> attempt = BETWEEN_WORDS
                    .splitAsStream(booking.text())
                    .flatMap(word -> payments.find(payee, word).stream())
                    .findFirst();
            if (attempt.isPresent()) {
                payments.transferReceived(
                        attempt.get(),
                        new ReceivedTransfer(booking.number(), booking.amount(), booking.bookedAt(), "Kontoauszug"));
            } else {
                unknown.add(booking);
            }
        }
        return unknown;
    }
    // end::import

    // tag::settle
    /** A clerk has looked at the platform, or at the bank statement, and says what is true. */
    static PaymentView settle(
            Payments payments, AttemptId attempt, boolean moneyIsThere, boolean keepIt, String clerk) {
        Settlement decision = !moneyIsThere
                ? Settlement.MONEY_IS_NOT_THERE
                : keepIt ? Settlement.MONEY_IS_THERE : Settlement.SEND_BACK;
        return payments.settle(attempt, decision, clerk);
    }
    // end::settle

    // tag::refund
    /** The form was opened with a fresh number, which it carries as a hidden field: pressed twice, it is one refund. */
    static Refund sendBack(Payments payments, AttemptId attempt, RefundId number, Money amount) {
        return payments.refund(attempt, number, amount, "Antrag zurückgenommen");
    }

    /** The cash office has made the transfer. */
    static Refund sent(Payments payments, RefundId number, String clerk) {
        return payments.refundDone(number, clerk);
    }
    // end::refund

    /** Where the portal's clerks find what to do. */
    interface TaskList {
        void add(de.ozgkit.core.sql.Tx tx, String task);
    }
}
