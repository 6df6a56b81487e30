// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.ProviderState;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Platforms with habits: that can be started again, learn numbers late, say nothing clear, fall silent. On any database. */
abstract class PlatformContract extends PaymentsStage {

    PlatformContract(TestDatabases databases) {
        super(databases);
    }

    private void reports(int attempt, PaymentState state, String paymentReference) {
        desk.states.put(
                desk.id(attempt).reference(),
                new ProviderState.Reported(
                        state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(paymentReference)));
    }

    // opening again

    @Test
    void opens_the_same_attempt_again_where_the_platform_allows_it() {
        desk.capabilities = Set.of(Capability.QUERY, Capability.REPEATABLE_START);
        desk.onInitiate =
                request -> desk.opened.size() == 1 ? new Initiation.Unknown("http.broken") : FakeDesk.page(request);

        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(0).reference());
        assertThat(desk.opened).hasSize(2);
        assertThat(desk.id(1)).isEqualTo(desk.id(0));
        assertThat(desk.token(1)).isNotEqualTo(desk.token(0));
        assertThat(view().attempts()).hasSize(1);
        desk.says(0, PaymentState.PAID);
        assertThat(payments.returned(desk.token(0), NOTHING).isPaid()).isTrue();
        assertThat(payments.returned(desk.token(1), NOTHING).isPaid()).isTrue();
    }

    @Test
    void makes_a_new_attempt_when_the_platform_refuses_to_open_it_again() {
        desk.capabilities = Set.of(Capability.QUERY, Capability.REPEATABLE_START);
        desk.onInitiate = request -> switch (desk.opened.size()) {
            case 1 -> new Initiation.Unknown("http.broken");
            case 2 -> new Initiation.Rejected("payment.xbezahldienste.exists");
            default -> FakeDesk.page(request);
        };

        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(2).reference());
        assertThat(view().attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.EXPIRED, PaymentState.PENDING);
        assertThat(view().attempts().get(0).reason()).contains("payment.xbezahldienste.exists");
    }

    @Test
    void keeps_the_attempt_when_it_gets_no_answer_twice() {
        desk.capabilities = Set.of(Capability.QUERY, Capability.REPEATABLE_START);
        desk.onInitiate = request -> new Initiation.Unknown("http.timeout");

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(desk.opened).hasSize(2);
        assertThat(view().attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.UNKNOWN);
        desk.onInitiate = FakeDesk::page;
        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(0).reference());
    }

    @Test
    void opens_it_again_once_when_two_come_back_at_once() throws Exception {
        desk.capabilities = Set.of(Capability.QUERY, Capability.REPEATABLE_START);
        desk.onInitiate = request -> new Initiation.Unknown("http.timeout");
        payments.start(order);
        int before = desk.opened.size();
        desk.onInitiate = request -> {
            pause();
            return FakeDesk.page(request);
        };
        ExecutorService browsers = Executors.newFixedThreadPool(4);
        try {
            List<Future<PaymentStart>> clicks =
                    browsers.invokeAll(List.of(() -> payments.start(order), () -> payments.start(order)));
            for (Future<PaymentStart> click : clicks) {
                assertThat(page(click.get()).toString()).endsWith(desk.id(0).reference());
            }
        } finally {
            browsers.shutdownNow();
        }
        assertThat(desk.opened).hasSize(before + 1);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // numbers

    @Test
    void learns_the_number_of_the_payment_late() {
        payments.start(order);
        desk.onCallback = callback -> new CallbackResult.Hint(true, false, Optional.empty(), Optional.of("KZ-1"));
        payments.returned(desk.token(0), NOTHING);
        reports(0, PaymentState.PAID, "KZ-1");

        assertThat(payments.refresh(desk.id(0)).attempts().get(0).paymentReference())
                .contains("KZ-1");
        assertThat(payments.find("marl", "KZ-1")).contains(desk.id(0));
        assertThat(paid).singleElement().satisfies(news -> assertThat(news.paymentReference())
                .contains("KZ-1"));
    }

    @Test
    void believes_no_payment_with_another_number_than_before() {
        desk.onInitiate = request -> new Initiation.Redirect(
                URI.create("https://pay.example.de/1"), request.attempt().reference(), Optional.of("KZ-1"));
        payments.start(order);
        reports(0, PaymentState.PAID, "KZ-2");

        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.reference.reused");
        assertThat(paid).isEmpty();
    }

    @Test
    void believes_no_payment_that_belongs_to_another_attempt() {
        payments.start(order);
        reports(0, PaymentState.PAID, "KZ-1");
        payments.refresh(desk.id(0));
        CaseId other = new CaseId(UUID.randomUUID());
        payments.start(Order.of(other, "marl").position("Marke", Money.cents(1)));
        desk.onCallback = callback -> new CallbackResult.Hint(true, false, Optional.empty(), Optional.of("KZ-1"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> payments.returned(desk.token(1), NOTHING))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.reference.reused"));
        assertThat(payments.of(other).orElseThrow().state()).isEqualTo(PaymentState.REVIEW);
        assertThat(paid).hasSize(1);
    }

    @Test
    void has_a_person_look_when_the_answer_is_not_clear_and_once_only() {
        payments.start(order);
        desk.states.put(desk.id(0).reference(), new ProviderState.Unclear("payment.epaybl.inactive"));

        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.epaybl.inactive");
        payments.settle(desk.id(0), Settlement.MONEY_IS_NOT_THERE, "kasse-7");
        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(1).reference());
        assertThat(reviews).hasSize(1);
    }

    // silence

    private void silent() {
        desk.onInitiate = request -> new Initiation.Unknown("http.connect");
        desk.states.replaceAll((reference, state) -> new ProviderState.NoAnswer("http.connect"));
        desk.unknown = new ProviderState.NoAnswer("http.connect");
    }

    private Order another() {
        return Order.of(new CaseId(UUID.randomUUID()), "marl").position("Marke", Money.cents(1));
    }

    @Test
    void answers_at_once_while_the_platform_is_silent_and_notices_when_it_is_back() {
        payments.start(order);
        silent();
        for (int i = 0; i < 5; i++) {
            payments.refresh(desk.id(0));
        }
        int questions = desk.questions.get();

        assertThat(payments.start(another())).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(0).reference());
        assertThat(desk.questions).hasValue(questions);
        assertThat(desk.opened).hasSize(1);

        clock.advance(Duration.ofSeconds(31));
        payments.refresh(desk.id(0));
        payments.refresh(desk.id(0));
        assertThat(desk.questions).hasValue(questions + 1);

        clock.advance(Duration.ofSeconds(31));
        desk.onInitiate = FakeDesk::page;
        assertThat(page(payments.start(another())).getHost()).isEqualTo("pay.example.de");
        payments.refresh(desk.id(0));
        assertThat(desk.questions).hasValue(questions + 2);
    }

    @Test
    void puts_a_question_off_while_the_platform_is_silent_instead_of_skipping_it() {
        payments.start(order);
        clock.advance(Duration.ofMinutes(31));
        silent();
        for (int i = 0; i < 5; i++) {
            payments.refresh(desk.id(0));
        }
        jobs.start();
        Awaitility.await().until(() -> payments.attempts(caseId)
                .get(0)
                .nextPoll()
                .filter(clock.instant()::isBefore)
                .isPresent());

        assertThat(payments.attempts(caseId).get(0).nextPoll().orElseThrow())
                .isBetween(clock.instant().plusSeconds(29), clock.instant().plusSeconds(36));
        desk.says(0, PaymentState.PAID);
        clock.advance(Duration.ofSeconds(40));
        Awaitility.await().until(() -> view().isPaid());
    }

    // what people see

    @Test
    void shows_the_administrator_how_things_stand() {
        payments.start(order);
        desk.states.put(desk.id(0).reference(), new ProviderState.NoAnswer("http.timeout"));
        clock.advance(Duration.ofSeconds(7));
        payments.refresh(desk.id(0));

        assertThat(payments.attempts(caseId)).singleElement().satisfies(attempt -> {
            assertThat(attempt.lastAnswer()).contains("http.timeout");
            assertThat(attempt.lastAsked()).contains(clock.instant());
            assertThat(attempt.nextPoll()).contains(clock.instant().plusSeconds(23));
            assertThat(attempt.payee()).isEqualTo("marl");
            assertThat(attempt.total()).isEqualTo(Money.cents(3070));
        });
        assertThat(payments.attempts(new CaseId(UUID.randomUUID()))).isEmpty();
        assertThat(payments.attention().isEmpty()).isTrue();
    }

    @Test
    void shows_what_has_been_unknown_for_long() {
        desk.onInitiate = request -> {
            desk.states.put(request.attempt().reference(), new ProviderState.NoAnswer("http.connect"));
            return new Initiation.Unknown("http.connect");
        };
        payments.start(order);
        assertThat(payments.attention().stuck()).isEmpty();
        clock.advance(Duration.ofMinutes(61));

        assertThat(payments.attention().stuck())
                .extracting(AttemptStatus::id)
                .containsExactly(desk.id(0));
    }

    @Test
    void keeps_what_positions_are_booked_by_and_writes_a_receipt() {
        Order taxed = Order.of(caseId, "marl")
                .position(Position.of("Schild", Money.cents(1190))
                        .taxed(new BigDecimal("19"))
                        .booked(Map.of("haushaltsstelle", "1100.1000", "kostenstelle", "7")))
                .position("Marke", Money.cents(3070));
        payments.start(taxed);
        assertThat(desk.opened.get(0).attempt().positions()).isEqualTo(taxed.positions());
        assertThat(payments.receipt(caseId)).isEmpty();
        reports(0, PaymentState.PAID, "KZ-1");
        payments.refresh(desk.id(0));

        assertThat(payments.receipt(caseId).orElseThrow()).satisfies(receipt -> {
            assertThat(receipt.lines()).hasSize(2);
            assertThat(receipt.lines().get(0).net()).isEqualTo(Money.cents(1000));
            assertThat(receipt.lines().get(0).tax()).isEqualTo(Money.cents(190));
            assertThat(receipt.lines().get(0).taxRate()).isEqualTo("19.00");
            assertThat(receipt.net()).isEqualTo(Money.cents(4070));
            assertThat(receipt.tax()).isEqualTo(Money.cents(190));
            assertThat(receipt.total()).isEqualTo(Money.cents(4260));
            assertThat(receipt.paymentReference()).contains("KZ-1");
            assertThat(receipt.attemptId()).isEqualTo(desk.id(0));
            assertThat(receipt.paidAt()).isEqualTo(clock.instant());
            assertThat(receipt.sentBack()).isEqualTo(Money.ZERO);
        });
    }
}
