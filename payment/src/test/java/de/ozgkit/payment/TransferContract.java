// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.ProviderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Fees that are paid by bank transfer, on any database. */
abstract class TransferContract extends PaymentsStage {

    TransferContract(TestDatabases databases) {
        super(databases);
        desk.capabilities = Set.of(Capability.OFFLINE_TRANSFER, Capability.REPEATABLE_START);
        desk.onInitiate = TransferContract::transfer;
    }

    private static Initiation transfer(InitiationRequest request) {
        String reference = BankTransfer.structured(request.attempt().reference().substring(0, 20));
        return new Initiation.Transfer(
                new BankTransfer(
                        "Stadt Marl",
                        "DE89370400440532013000",
                        Optional.empty(),
                        request.attempt().amount(),
                        Optional.of("GOVT"),
                        Optional.of(reference),
                        "",
                        Optional.of("Bitte den Verwendungszweck angeben")),
                reference);
    }

    private BankTransfer begun() {
        PaymentStart start = payments.start(order);
        assertThat(start).isInstanceOf(PaymentStart.Transfer.class);
        return ((PaymentStart.Transfer) start).details();
    }

    private PaymentView comes(String booking, long cents) {
        return payments.transferReceived(
                desk.id(0), new ReceivedTransfer(booking, Money.cents(cents), clock.instant(), "import"));
    }

    @Test
    void tells_the_payer_where_to_transfer_the_money_and_tells_it_again() {
        BankTransfer first = begun();

        assertThat(first.amount()).isEqualTo(Money.cents(3070));
        assertThat(view().state()).isEqualTo(PaymentState.AWAITING_TRANSFER);
        clock.advance(Duration.ofHours(20));
        assertThat(begun()).isEqualTo(first);
        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.AWAITING_TRANSFER);
        assertThat(desk.opened).hasSize(1);
        assertThat(desk.questions).hasValue(0);
    }

    @Test
    void is_paid_when_the_money_has_come() {
        String reference = begun().reference().orElseThrow();
        assertThat(payments.find("marl", reference)).contains(desk.id(0));
        assertThat(payments.find("marl", "RF00")).isEmpty();
        PaymentView now = comes("2026-1", 3070);

        assertThat(now.state()).isEqualTo(PaymentState.PAID);
        assertThat(now.method()).contains("transfer");
        assertThat(comes("2026-1", 3070)).isEqualTo(now);
        assertThat(paid).hasSize(1);
        assertThat(payments.attempts(caseId).get(0).received()).isEqualTo(Money.cents(3070));
    }

    @Test
    void waits_for_the_rest() {
        BankTransfer all = begun();
        assertThat(comes("1", 1000).state()).isEqualTo(PaymentState.PARTLY_PAID);
        assertThat(comes("2", 1000).state()).isEqualTo(PaymentState.PARTLY_PAID);
        assertThat(begun()).isEqualTo(all.withAmount(Money.cents(1070)));

        assertThat(comes("3", 1070).state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).hasSize(1);
        assertThat(reviews).isEmpty();
    }

    @Test
    void has_a_person_look_when_too_much_has_come() {
        begun();
        assertThat(comes("1", 4000).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.overpaid");
        assertThat(paid).isEmpty();

        payments.settle(desk.id(0), Settlement.MONEY_IS_THERE, "kasse-7");
        Refund task = payments.refund(desk.id(0), new RefundId(UUID.randomUUID()), Money.cents(930), "zu viel");
        payments.refundDone(task.id(), "kasse-7");
        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).hasSize(1);
    }

    @Test
    void has_a_person_look_when_money_comes_again() {
        begun();
        comes("1", 3070);

        assertThat(comes("2", 3070).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(view().isPaid()).isTrue();
        payments.settle(desk.id(0), Settlement.MONEY_IS_THERE, "kasse-7");
        assertThat(payments.attempts(caseId).get(0).received()).isEqualTo(Money.cents(6140));
        assertThat(paid).hasSize(1);
    }

    @Test
    void counts_each_booking_once_however_many_tell_it() throws Exception {
        begun();
        List<Callable<PaymentView>> imports = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String booking = "B" + i % 2;
            imports.add(() -> comes(booking, 1535));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (var one : threads.invokeAll(imports)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(view().state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).hasSize(1);
    }

    @Test
    void refuses_one_booking_for_two_attempts() {
        begun();
        comes("1", 1000);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> comes("1", 999))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.transfer.reused"));
        payments.start(Order.of(new CaseId(UUID.randomUUID()), "marl").position("Marke", Money.cents(1000)));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> payments.transferReceived(
                        desk.id(1), new ReceivedTransfer("1", Money.cents(1000), clock.instant(), "import")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.transfer.reused"));
    }

    @Test
    void is_paid_by_money_that_comes_after_the_end() {
        jobs.start();
        begun();
        clock.advance(Duration.ofHours(26));
        Awaitility.await().until(() -> view().state() == PaymentState.EXPIRED);

        assertThat(comes("1", 3070).state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void has_a_person_look_when_the_rest_never_came() {
        jobs.start();
        begun();
        comes("1", 1000);
        clock.advance(Duration.ofHours(26));

        Awaitility.await().until(() -> view().state() == PaymentState.REVIEW);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.partly");
        payments.settle(desk.id(0), Settlement.SEND_BACK, "kasse-7");
        assertThat(refunds).extracting(Refund::amount).containsExactly(Money.cents(1000));
    }

    @Test
    void refuses_a_transfer_of_another_amount() {
        desk.onInitiate = request -> new Initiation.Transfer(
                new BankTransfer(
                        "Stadt Marl",
                        "DE89370400440532013000",
                        Optional.empty(),
                        Money.cents(1),
                        Optional.empty(),
                        "4711"),
                "4711");

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(view().attempts().get(0).reason()).contains("payment.amount");
    }

    @Test
    void follows_a_platform_that_sees_the_account() {
        desk.capabilities = Set.of(Capability.QUERY, Capability.OFFLINE_TRANSFER);
        begun();
        desk.states.put(
                desk.id(0).reference(),
                new ProviderState.Reported(
                        PaymentState.PARTLY_PAID,
                        Optional.empty(),
                        Optional.of(Money.cents(70)),
                        Optional.empty(),
                        Optional.of("KZ-1")));

        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.PARTLY_PAID);
        assertThat(begun().amount()).isEqualTo(Money.cents(3000));
        desk.says(0, PaymentState.PAID);
        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).singleElement().satisfies(news -> assertThat(news.paymentReference())
                .contains("KZ-1"));
    }
}
