// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.RefundResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What people decide about money, on any database. */
abstract class CashOfficeContract extends PaymentsStage {

    private static final String CLERK = "kasse-7";

    CashOfficeContract(TestDatabases databases) {
        super(databases);
    }

    private AttemptId paidOnce() {
        payments.start(order);
        desk.says(0, PaymentState.PAID);
        payments.refresh(desk.id(0));
        return desk.id(0);
    }

    private AttemptId paidTwice() {
        payments.start(order);
        desk.says(0, PaymentState.CANCELLED);
        payments.refresh(desk.id(0));
        payments.start(order);
        desk.says(0, PaymentState.PAID);
        desk.says(1, PaymentState.PAID);
        payments.refresh(desk.id(1));
        payments.refresh(desk.id(0));
        return desk.id(0);
    }

    private AttemptId contradicted() {
        payments.start(order);
        desk.onCallback = callback -> new CallbackResult.Contradiction("payment.callback.mismatch");
        rejected("payment.callback.mismatch", () -> payments.returned(desk.token(0), Map.of()));
        return desk.id(0);
    }

    private void platformRefunds() {
        desk.capabilities = Set.of(Capability.QUERY, Capability.REFUND);
    }

    private Refund refund(AttemptId id, RefundId refundId, long cents) {
        return payments.refund(id, refundId, Money.cents(cents), "Antrag zurückgenommen");
    }

    private static RefundId fresh() {
        return new RefundId(UUID.randomUUID());
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    // paid twice

    @Test
    void makes_a_task_of_money_that_came_twice() {
        AttemptId second = paidTwice();

        assertThat(view().state()).isEqualTo(PaymentState.REVIEW);
        assertThat(payments.attention().refunds()).singleElement().satisfies(task -> {
            assertThat(task.attemptId()).isEqualTo(second);
            assertThat(task.amount()).isEqualTo(Money.cents(3070));
            assertThat(task.reason()).isEqualTo("payment.double");
            assertThat(task.state()).isEqualTo(RefundState.OPEN);
        });
        assertThat(refunds).hasSize(1);
        assertThat(payments.attention().reviews())
                .extracting(AttemptStatus::id)
                .containsExactly(second);
        assertThat(desk.refunds).isEmpty();
    }

    @Test
    void ends_the_review_when_the_clerk_has_sent_the_money_back() {
        paidTwice();
        RefundId task = refunds.get(0).id();
        payments.refundDone(task, CLERK);

        assertThat(payments.refundDone(task, CLERK).state()).isEqualTo(RefundState.DONE);
        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        assertThat(view().attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.REFUNDED, PaymentState.PAID);
        assertThat(payments.attention().isEmpty()).isTrue();
        assertThat(refunds).extracting(Refund::state).containsExactly(RefundState.OPEN, RefundState.DONE);
    }

    @Test
    void lets_the_platform_send_back_what_came_twice_once_a_person_says_so() {
        platformRefunds();
        AttemptId second = paidTwice();
        assertThat(desk.refunds).isEmpty();
        payments.settle(second, Settlement.SEND_BACK, CLERK);

        assertThat(desk.refunds).singleElement().satisfies(request -> assertThat(request.amount())
                .isEqualTo(Money.cents(3070)));
        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        assertThat(view().attempts().get(0).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(paid).hasSize(1);
    }

    @Test
    void drops_the_task_if_the_second_payment_is_kept_or_never_came() {
        AttemptId second = paidTwice();
        payments.settle(second, Settlement.MONEY_IS_NOT_THERE, CLERK);

        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        assertThat(payments.attention().isEmpty()).isTrue();
        assertThat(payments.attempts(caseId).get(0)).satisfies(attempt -> {
            assertThat(attempt.state()).isEqualTo(PaymentState.FAILED);
            assertThat(attempt.received()).isEqualTo(Money.ZERO);
            assertThat(attempt.refunds()).isEqualTo(Money.ZERO);
        });
        rejected("payment.refund.closed", () -> payments.refundDone(refunds.get(0).id(), CLERK));
    }

    // reviews

    @Test
    void takes_the_money_as_there_when_a_person_says_so() {
        AttemptId id = contradicted();
        assertThat(paid).isEmpty();
        PaymentView now = payments.settle(id, Settlement.MONEY_IS_THERE, CLERK);

        assertThat(now.state()).isEqualTo(PaymentState.PAID);
        assertThat(now.attempts().get(0).reason()).contains("payment.callback.mismatch");
        assertThat(paid).hasSize(1);
        assertThat(effects()).isEqualTo(1);
        rejected("payment.settle.state", () -> payments.settle(id, Settlement.MONEY_IS_THERE, CLERK));
        assertThat(paid).hasSize(1);
    }

    @Test
    void lets_the_payer_try_again_when_no_money_is_there() {
        AttemptId id = contradicted();
        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
        payments.settle(id, Settlement.MONEY_IS_NOT_THERE, CLERK);

        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(1).reference());
    }

    @Test
    void sends_the_whole_fee_back_when_nobody_knows_how_much_came() {
        AttemptId id = contradicted();
        payments.settle(id, Settlement.SEND_BACK, CLERK);

        assertThat(view().state()).isEqualTo(PaymentState.REFUND_REQUESTED);
        assertThat(refunds).singleElement().extracting(Refund::amount).isEqualTo(Money.cents(3070));
        payments.refundDone(refunds.get(0).id(), CLERK);
        assertThat(view().state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(paid).isEmpty();
    }

    @Test
    void does_not_take_back_that_an_order_was_told_as_paid() {
        AttemptId id = paidOnce();
        desk.onCallback = callback -> new CallbackResult.Contradiction("payment.callback.mismatch");
        rejected("payment.callback.mismatch", () -> payments.returned(desk.token(0), Map.of()));

        rejected("payment.settle.paid", () -> payments.settle(id, Settlement.MONEY_IS_NOT_THERE, CLERK));
        assertThat(view().state()).isEqualTo(PaymentState.REVIEW);
        payments.settle(id, Settlement.MONEY_IS_THERE, CLERK);
        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).hasSize(1);
    }

    @Test
    void leaves_alone_what_is_not_in_review() {
        AttemptId id = paidOnce();

        for (Settlement decision : Settlement.values()) {
            rejected(
                    decision == Settlement.MONEY_IS_NOT_THERE ? "payment.settle.paid" : "payment.settle.state",
                    () -> payments.settle(id, decision, CLERK));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payments.settle(id, Settlement.MONEY_IS_THERE, " "));
    }

    // refunds

    @Test
    void gives_the_cash_office_a_task_where_the_platform_sends_nothing_back() {
        AttemptId id = paidOnce();
        Refund task = refund(id, fresh(), 3070);

        assertThat(task.state()).isEqualTo(RefundState.OPEN);
        assertThat(view().state()).isEqualTo(PaymentState.REFUND_REQUESTED);
        assertThat(view().isPaid()).isTrue();
        assertThat(payments.start(order)).isInstanceOf(PaymentStart.AlreadyPaid.class);
        payments.refundDone(task.id(), CLERK);
        assertThat(view().state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(payments.receipt(caseId).orElseThrow().sentBack()).isEqualTo(Money.cents(3070));
    }

    @Test
    void lets_the_platform_send_money_back_once() {
        platformRefunds();
        AttemptId id = paidOnce();
        RefundId wish = fresh();
        List<RefundState> written = new ArrayList<>();
        desk.onRefund = request -> {
            written.add(payments.refunds(caseId).get(0).state());
            return new RefundResult.Done("R-1");
        };

        assertThat(refund(id, wish, 3070).refundReference()).contains("R-1");
        assertThat(refund(id, wish, 3070).state()).isEqualTo(RefundState.DONE);
        assertThat(desk.refunds).hasSize(1);
        assertThat(written).containsExactly(RefundState.SENT);
        assertThat(view().state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(refunds).extracting(Refund::state).containsExactly(RefundState.SENT, RefundState.DONE);
        rejected("payment.refund.changed", () -> refund(id, wish, 1));
    }

    @Test
    void sends_parts_back_beside_paid_and_never_more_than_came() {
        AttemptId id = paidOnce();
        refund(id, fresh(), 1000);
        refund(id, fresh(), 1000);

        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        rejected("payment.refund.too_much", () -> refund(id, fresh(), 1071));
        Refund last = refund(id, fresh(), 1070);
        assertThat(view().state()).isEqualTo(PaymentState.REFUND_REQUESTED);
        payments.refunds(caseId).forEach(task -> payments.refundDone(task.id(), CLERK));
        assertThat(view().state()).isEqualTo(PaymentState.REFUNDED);
        rejected("payment.refund.too_much", () -> refund(id, fresh(), 1));
        rejected("payment.refund.closed", () -> payments.refundDropped(last.id(), CLERK));
    }

    @Test
    void never_sends_more_than_came_however_many_ask_at_once() throws Exception {
        platformRefunds();
        AttemptId id = paidOnce();
        RefundId same = fresh();
        List<Callable<String>> wishes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            RefundId wish = i % 4 == 0 ? same : fresh();
            wishes.add(() -> {
                try {
                    return refund(id, wish, 1000).state().name();
                } catch (RejectedException e) {
                    return e.code();
                }
            });
        }
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            for (Future<String> one : clerks.invokeAll(wishes)) {
                assertThat(one.get()).isIn("SENT", "DONE", "payment.refund.too_much");
            }
        } finally {
            clerks.shutdownNow();
        }

        assertThat(desk.refunds).hasSize(3);
        assertThat(payments.attempts(caseId).get(0).refunds()).isEqualTo(Money.cents(3000));
        assertThat(view().state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void does_not_send_again_what_the_platform_did_not_answer() {
        platformRefunds();
        desk.onRefund = request -> new RefundResult.Unknown("http.timeout");
        AttemptId id = paidOnce();
        RefundId wish = fresh();

        assertThat(refund(id, wish, 3070).state()).isEqualTo(RefundState.UNCLEAR);
        assertThat(refund(id, wish, 3070).answer()).contains("http.timeout");
        assertThat(desk.refunds).hasSize(1);
        assertThat(view().state()).isEqualTo(PaymentState.REFUND_REQUESTED);
        assertThat(payments.attention().refunds()).hasSize(1);
        rejected("payment.refund.too_much", () -> refund(id, fresh(), 3070));

        payments.refundDropped(wish, CLERK);
        assertThat(view().state()).isEqualTo(PaymentState.REFUND_FAILED);
        desk.onRefund = request -> new RefundResult.Done("R-2");
        assertThat(refund(id, fresh(), 3070).state()).isEqualTo(RefundState.DONE);
        assertThat(view().state()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void leaves_to_the_cash_office_what_the_platform_refuses() {
        platformRefunds();
        desk.onRefund = request -> new RefundResult.Rejected("payment.girocheckout.5031");
        AttemptId id = paidOnce();
        Refund refused = refund(id, fresh(), 3070);

        assertThat(refused.state()).isEqualTo(RefundState.REJECTED);
        assertThat(view().state()).isEqualTo(PaymentState.REFUND_FAILED);
        payments.refundDone(refused.id(), CLERK);
        assertThat(view().state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(payments.attention().isEmpty()).isTrue();
    }

    @Test
    void survives_a_connector_that_throws_in_a_refund() {
        platformRefunds();
        desk.onRefund = request -> {
            throw new IllegalStateException("vendor's bug");
        };

        assertThat(refund(paidOnce(), fresh(), 1).state()).isEqualTo(RefundState.UNCLEAR);
    }

    @Test
    void sends_nothing_back_that_never_came() {
        payments.start(order);

        rejected("payment.refund.too_much", () -> refund(desk.id(0), fresh(), 1));
        rejected("payment.attempt.unknown", () -> refund(new AttemptId(UUID.randomUUID()), fresh(), 1));
        rejected("payment.refund.unknown", () -> payments.refundDone(fresh(), CLERK));
        assertThatIllegalArgumentException().isThrownBy(() -> refund(desk.id(0), fresh(), 0));
    }
}
