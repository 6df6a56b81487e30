// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.examples.quickstart.Reconcile.Booking;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.RefundState;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.MockPmPayment.Notify;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileTest {

    private static final char[] SALT = "only-in-this-test".toCharArray();
    private static final Money FEE = Money.cents(3000);

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final JdbcConnectionPool database = Databases.fresh();
    private final MockPmPayment platform = MockPmPayment.withSalt(SALT).start();
    private final List<String> tasks = new CopyOnWriteArrayList<>();
    private final Payments payments = Reconcile.open(
            database,
            Jobs.on(database).build(),
            PmPayment.with("05562032", "hundesteuer", SALT).base(platform.uri()).build(),
            TakeAFee.transfers(),
            (tx, task) -> tasks.add(task.replace('\u00a0', ' ')));

    @BeforeEach
    void quietly() {
        platform.notifications(Notify.NEVER);
    }

    @AfterEach
    void stop() {
        platform.assertNoUnexpectedCalls();
        platform.close();
        database.dispose();
    }

    @Test
    void transfers_are_found_by_their_reference_and_booked_once() {
        String reference = begin("datteln");
        List<Booking> statement = List.of(
                booking("1", 2000, "SVWZ+" + reference + " Hundesteuer"),
                booking("2", 1000, "Hund, " + reference),
                booking("3", 500, "Miete Oktober"));

        assertThat(Reconcile.book(payments, "datteln", statement))
                .extracting(Booking::number)
                .containsExactly("3");
        assertThat(state()).isEqualTo(PaymentState.PAID);
        Reconcile.book(payments, "datteln", statement);
        assertThat(payments.attempts(caseId).get(0).received()).isEqualTo(FEE);
        assertThat(Reconcile.morning(payments)).isEmpty();
        assertThat(payments.receipt(caseId)).isPresent();
    }

    @Test
    void too_much_money_waits_for_a_person_and_goes_back_as_a_task() {
        String reference = begin("datteln");
        Reconcile.book(payments, "datteln", List.of(booking("1", 3500, reference)));
        assertThat(tasks).containsExactly("Zahlung klären: payment.overpaid");
        assertThat(morning())
                .containsExactly("klären: datteln, 35,00 € von 30,00 €, payment.overpaid, Nummer " + reference);

        Reconcile.settle(payments, attempt(0), true, false, "Frau Weber");
        Refund refund = payments.refunds(caseId).get(0);
        assertThat(morning()).containsExactly("zurückzahlen: datteln, 35,00 €, payment.overpaid, OPEN");
        assertThat(tasks).last().isEqualTo("35,00 € zurückzahlen: OPEN");

        assertThat(Reconcile.sent(payments, refund.id(), "Herr Yilmaz").state()).isEqualTo(RefundState.DONE);
        assertThat(morning()).isEmpty();
    }

    @Test
    void money_that_comes_late_for_a_fee_that_was_paid_anew_is_a_task() {
        begin("recklinghausen");
        String first = platform.transactions().get(0).txid();
        platform.cancel(first);
        assertThat(payments.refresh(attempt(0)).state()).isEqualTo(PaymentState.CANCELLED);
        begin("recklinghausen");
        platform.pay(platform.transactions().get(1).txid());
        assertThat(payments.refresh(attempt(1)).isPaid()).isTrue();

        platform.pay(first);
        assertThat(payments.refresh(attempt(0)).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(morning())
                .contains("klären: recklinghausen, 30,00 € von 30,00 €, payment.double, Nummer " + first)
                .contains("zurückzahlen: recklinghausen, 30,00 €, payment.double, OPEN");
        assertThat(Reconcile.settle(payments, attempt(0), true, false, "Frau Weber")
                        .isPaid())
                .isTrue();
        assertThat(morning()).hasSize(1).first().asString().startsWith("zurückzahlen");
    }

    @Test
    void a_refund_is_sent_once_however_often_the_button_is_pressed() {
        begin("recklinghausen");
        platform.pay(platform.transactions().get(0).txid());
        payments.refresh(attempt(0));
        RefundId number = new RefundId(UUID.randomUUID());

        Reconcile.sendBack(payments, attempt(0), number, Money.cents(1000));
        assertThat(Reconcile.sendBack(payments, attempt(0), number, Money.cents(1000))
                        .state())
                .isEqualTo(RefundState.OPEN);
        assertThat(payments.refunds(caseId)).hasSize(1);
        Reconcile.sent(payments, number, "Herr Yilmaz");
        assertThat(payments.receipt(caseId).orElseThrow().sentBack()).isEqualTo(Money.cents(1000));
    }

    @Test
    void the_administrator_sees_what_was_tried() {
        begin("recklinghausen");
        payments.refresh(attempt(0));

        assertThat(Reconcile.attempts(payments, caseId))
                .singleElement()
                .asString()
                .startsWith("PENDING, zuletzt gehört: PENDING, nächste Frage: 20");
        platform.close();
        assertThat(Reconcile.morning(payments)).containsExactly("nicht erreichbar: recklinghausen, http.connect");
    }

    /** Starts an attempt and tells its number. */
    private String begin(String payee) {
        payments.start(Order.of(caseId, payee).position("Hundesteuermarke", FEE));
        return payments.attempts(caseId).get(0).providerReference().orElseThrow();
    }

    private List<String> morning() {
        return Reconcile.morning(payments).stream()
                .map(line -> line.replace('\u00a0', ' '))
                .toList();
    }

    private AttemptId attempt(int number) {
        return payments.attempts(caseId).get(number).id();
    }

    private PaymentState state() {
        return payments.of(caseId).orElseThrow().state();
    }

    private static Booking booking(String number, long cents, String text) {
        return new Booking(number, Money.cents(cents), Instant.now(), text);
    }
}
