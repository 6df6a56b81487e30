// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.ProviderState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What payments promise, on any database. */
abstract class PaymentsContract extends PaymentsStage {

    PaymentsContract(TestDatabases databases) {
        super(databases);
    }

    // the plain way

    @Test
    void takes_a_fee() {
        assertThat(payments.of(caseId)).isEmpty();
        assertThat(page(payments.start(order)).getHost()).isEqualTo("pay.example.de");
        assertThat(view().state()).isEqualTo(PaymentState.PENDING);
        assertThat(view().isPaid()).isFalse();

        desk.says(0, PaymentState.PAID);
        PaymentView now = payments.returned(desk.token(0), Map.of("method", "CreditCard"));

        assertThat(now.state()).isEqualTo(PaymentState.PAID);
        assertThat(now.paidAt()).contains(clock.instant());
        assertThat(now.method()).contains("creditcard");
        assertThat(now.positions()).isEqualTo(order.positions());
        assertThat(now.total()).isEqualTo(Money.cents(3070));
        assertThat(now).isEqualTo(view());
        assertThat(paid).singleElement().satisfies(news -> {
            assertThat(news.caseId()).isEqualTo(caseId);
            assertThat(news.attemptId()).isEqualTo(desk.id(0));
            assertThat(news.total()).isEqualTo(Money.cents(3070));
            assertThat(news.method()).contains("creditcard");
            assertThat(news.providerReference()).contains(desk.id(0).reference());
        });
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void gives_the_platform_addresses_with_a_long_secret() {
        payments.start(order);

        assertThat(desk.opened.get(0).returnTo().toString())
                .matches("https://portal\\.example\\.de/zahlung/return/[A-Za-z0-9_-]{22,}");
        assertThat(desk.opened.get(0).notifyAt().toString())
                .isEqualTo(desk.opened.get(0).returnTo().toString().replace("/return/", "/notify/"));
        assertThat(desk.opened.get(0).toString()).doesNotContain(desk.token(0));
        assertThat(desk.token(0)).doesNotContain(desk.id(0).reference());
    }

    @Test
    void has_written_the_attempt_down_before_the_platform_hears_of_it() {
        List<PaymentState> seen = new ArrayList<>();
        desk.onInitiate = request -> {
            seen.add(view().state());
            return FakeDesk.page(request);
        };
        payments.start(order);

        assertThat(seen).containsExactly(PaymentState.CREATED);
    }

    @Test
    void tells_a_payer_who_has_paid_so() {
        payments.start(order);
        desk.says(0, PaymentState.PAID);

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.AlreadyPaid.class);
        assertThat(payments.start(order)).isInstanceOf(PaymentStart.AlreadyPaid.class);
        assertThat(desk.opened).hasSize(1);
        assertThat(paid).hasSize(1);
    }

    // the second click

    @Test
    void brings_a_second_click_to_the_same_page() {
        URI first = page(payments.start(order));

        assertThat(page(payments.start(order))).isEqualTo(first);
        assertThat(desk.questions).hasValue(1);
        assertThat(desk.opened).hasSize(1);
    }

    @Test
    void brings_a_double_click_to_the_same_page() throws Exception {
        CountDownLatch bothClicked = new CountDownLatch(1);
        desk.onInitiate = request -> {
            await(bothClicked);
            return FakeDesk.page(request);
        };
        ExecutorService browsers = Executors.newFixedThreadPool(2);
        try {
            Future<PaymentStart> one = browsers.submit(() -> payments.start(order));
            Future<PaymentStart> two = browsers.submit(() -> payments.start(order));
            Awaitility.await().until(() -> !desk.opened.isEmpty());
            bothClicked.countDown();

            assertThat(page(one.get())).isEqualTo(page(two.get()));
            assertThat(desk.opened).hasSize(1);
        } finally {
            browsers.shutdownNow();
        }
    }

    @Test
    void asks_the_platform_before_a_new_attempt_follows_a_cancelled_one() {
        URI first = page(payments.start(order));
        desk.says(0, PaymentState.CANCELLED);
        assertThat(payments.returned(desk.token(0), NOTHING).state()).isEqualTo(PaymentState.CANCELLED);
        int before = desk.questions.get();

        assertThat(page(payments.start(order))).isNotEqualTo(first);
        assertThat(desk.questions.get()).isEqualTo(before + 1);
        assertThat(view().attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.CANCELLED, PaymentState.PENDING);
    }

    @Test
    void opens_no_new_attempt_when_the_cancelled_one_was_paid_after_all() {
        payments.start(order);
        desk.says(0, PaymentState.CANCELLED);
        payments.refresh(desk.id(0));
        desk.says(0, PaymentState.PAID);

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.AlreadyPaid.class);
        assertThat(desk.opened).hasSize(1);
        assertThat(paid).hasSize(1);
    }

    @Test
    void gives_a_new_page_when_the_old_one_has_run_out() {
        URI first = page(payments.start(order));
        clock.advance(Duration.ofMinutes(61));

        assertThat(page(payments.start(order))).isNotEqualTo(first);
        assertThat(view().attempts().get(0).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(view().attempts().get(0).reason()).contains("payment.abandoned");
    }

    @Test
    void refuses_another_total_for_the_same_case() {
        payments.start(order);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> payments.start(order.position("Porto", Money.cents(85))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.order.changed"));
        assertThat(desk.opened).hasSize(1);
    }

    // when the platform does not answer

    @Test
    void opens_a_new_attempt_when_the_answer_to_the_first_was_lost() {
        desk.onInitiate =
                request -> desk.opened.size() == 1 ? new Initiation.Unknown("http.broken") : FakeDesk.page(request);

        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(1).reference());
        assertThat(view().attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.EXPIRED, PaymentState.PENDING);
    }

    @Test
    void finds_the_money_of_an_attempt_whose_answer_was_lost() {
        desk.onInitiate = request -> {
            desk.says(0, PaymentState.PAID);
            return new Initiation.Unknown("http.broken");
        };

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.AlreadyPaid.class);
        assertThat(paid).hasSize(1);
    }

    @Test
    void sends_nobody_anywhere_while_it_does_not_know() {
        desk.onInitiate = request -> {
            desk.states.put(request.attempt().reference(), new ProviderState.NoAnswer("http.connect"));
            return new Initiation.Unknown("http.connect");
        };

        assertThat(payments.start(order))
                .isInstanceOfSatisfying(PaymentStart.Unavailable.class, no -> assertThat(no.publicText())
                        .contains("antwortet zurzeit nicht"));
        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(view().state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(desk.opened).hasSize(1);

        desk.states.clear();
        desk.onInitiate = FakeDesk::page;
        assertThat(page(payments.start(order)).toString()).endsWith(desk.id(1).reference());
    }

    @Test
    void gives_up_for_now_after_two_lost_answers() {
        desk.onInitiate = request -> new Initiation.Unknown("http.timeout");

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(desk.opened).hasSize(2);
    }

    @Test
    void tells_the_citizen_when_the_platform_refuses() {
        desk.onInitiate = request -> new Initiation.Rejected("payment.pmpayment.hash");

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(view().state()).isEqualTo(PaymentState.FAILED);
        assertThat(view().attempts().get(0).reason()).contains("payment.pmpayment.hash");
    }

    @Test
    void survives_a_connector_that_throws() {
        desk.onInitiate = request -> {
            throw new IllegalStateException("vendor's bug");
        };

        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
    }

    @Test
    void keeps_the_page_while_the_platform_does_not_answer() {
        URI first = page(payments.start(order));
        desk.states.put(desk.id(0).reference(), new ProviderState.NoAnswer("http.timeout"));

        assertThat(page(payments.start(order))).isEqualTo(first);
        assertThat(payments.returned(desk.token(0), NOTHING).state()).isEqualTo(PaymentState.PENDING);
    }

    // callbacks

    @Test
    void rejects_a_token_that_it_did_not_give() {
        payments.start(order);

        for (String forged : List.of("", "x", "a".repeat(5000), desk.id(0).toString(), desk.token(0) + "=")) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> payments.returned(forged, NOTHING))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.unknown"));
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> payments.notified(forged, NOTHING))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.unknown"));
        }
        assertThat(desk.questions).hasValue(0);
    }

    @Test
    void does_not_ask_because_of_a_refused_callback() {
        payments.start(order);
        desk.says(0, PaymentState.PAID);
        desk.onCallback = callback -> new CallbackResult.Refused("payment.callback.signature");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> payments.returned(desk.token(0), NOTHING))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.signature"));
        assertThat(view().state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void has_a_person_look_at_a_signed_contradiction() {
        payments.start(order);
        desk.onCallback = callback -> new CallbackResult.Contradiction("payment.callback.mismatch");

        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> payments.returned(desk.token(0), NOTHING));
        assertThat(view().state()).isEqualTo(PaymentState.REVIEW);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.callback.mismatch");
        assertThat(payments.start(order)).isInstanceOf(PaymentStart.Unavailable.class);
    }

    @Test
    void refuses_callbacks_that_are_too_large() {
        payments.start(order);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> payments.returned(desk.token(0), Map.of("desc", "x".repeat(3000))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.too_large"));
    }

    @Test
    void waits_a_moment_when_the_platform_claims_to_be_done() {
        payments.start(order);
        desk.onCallback = callback -> {
            clock.advance(Duration.ZERO);
            return new CallbackResult.Hint(true, true, Optional.empty(), Optional.empty());
        };

        assertThat(payments.returned(desk.token(0), NOTHING).state()).isEqualTo(PaymentState.PENDING);
        assertThat(desk.questions.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void does_not_let_an_unsigned_word_replace_a_signed_one() {
        payments.start(order);
        desk.onCallback = callback -> new CallbackResult.Hint(true, false, Optional.of("paypal"), Optional.empty());
        payments.returned(desk.token(0), NOTHING);
        desk.onCallback = callback -> new CallbackResult.Hint(false, false, Optional.of("giropay"), Optional.empty());
        desk.says(0, PaymentState.PAID);

        assertThat(payments.returned(desk.token(0), NOTHING).method()).contains("paypal");
    }

    @Test
    void believes_no_notification_but_asks() {
        jobs.start();
        payments.start(order);
        payments.notified(desk.token(0), Map.of("status", "1"));
        Awaitility.await().until(() -> desk.questions.get() > 0);
        assertThat(view().state()).isEqualTo(PaymentState.PENDING);

        desk.says(0, PaymentState.PAID);
        payments.notified(desk.token(0), Map.of("status", "1"));
        Awaitility.await().until(() -> view().isPaid());
        assertThat(paid).hasSize(1);
    }

    // after the end

    @Test
    void accepts_money_that_comes_after_the_end() {
        payments.start(order);
        desk.says(0, PaymentState.FAILED);
        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.FAILED);
        desk.says(0, PaymentState.PAID);

        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).hasSize(1);
    }

    @Test
    void never_leaves_paid_because_the_platform_changes_its_mind() {
        payments.start(order);
        desk.says(0, PaymentState.PAID);
        payments.refresh(desk.id(0));
        desk.says(0, PaymentState.FAILED);

        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void has_a_person_look_at_an_order_that_was_paid_twice() {
        payments.start(order);
        desk.says(0, PaymentState.CANCELLED);
        payments.refresh(desk.id(0));
        payments.start(order);
        desk.says(0, PaymentState.PAID);
        desk.says(1, PaymentState.PAID);
        payments.refresh(desk.id(1));
        PaymentView now = payments.refresh(desk.id(0));

        assertThat(now.state()).isEqualTo(PaymentState.REVIEW);
        assertThat(now.isPaid()).isTrue();
        assertThat(paid).singleElement().extracting(Paid::attemptId).isEqualTo(desk.id(1));
        assertThat(reviews).singleElement().satisfies(review -> {
            assertThat(review.reason()).isEqualTo("payment.double");
            assertThat(review.attemptId()).isEqualTo(desk.id(0));
            assertThat(review.providerReference()).contains(desk.id(0).reference());
        });
        assertThat(payments.start(order)).isInstanceOf(PaymentStart.AlreadyPaid.class);
    }

    @Test
    void has_a_person_look_at_another_amount() {
        payments.start(order);
        desk.states.put(
                desk.id(0).reference(),
                new ProviderState.Reported(
                        PaymentState.PAID,
                        Optional.empty(),
                        Optional.of(Money.cents(30)),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(payments.refresh(desk.id(0)).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(paid).isEmpty();
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.amount");
    }

    @Test
    void has_a_person_look_when_the_platform_uses_a_number_twice() {
        desk.onInitiate = request -> Initiation.Redirect.to(URI.create("https://pay.example.de/1"), "4711");
        payments.start(order);
        Order other = Order.of(new CaseId(UUID.randomUUID()), "marl").position("Marke", Money.cents(1));

        assertThat(payments.start(other)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.reference.reused");
    }

    @Test
    void records_nothing_if_the_listener_fails_and_asks_again() {
        jobs.close();
        try (Jobs fresh = Jobs.on(dataSource)
                .clock(clock)
                .pollEvery(Duration.ofMillis(50))
                .build()) {
            List<Paid> tries = new CopyOnWriteArrayList<>();
            Payments broken = payments(fresh, (tx, news) -> {
                tx.update(
                        "insert into effect (order_id) values (?)",
                        news.orderId().value());
                tries.add(news);
                if (tries.size() == 1) {
                    throw new IllegalStateException("listener's bug");
                }
            });
            broken.start(order);
            desk.says(0, PaymentState.PAID);

            assertThat(broken.returned(desk.token(0), NOTHING).state()).isEqualTo(PaymentState.PENDING);
            assertThat(effects()).isZero();
            fresh.start();
            clock.advance(Duration.ofSeconds(40));
            Awaitility.await().until(() -> broken.of(caseId).orElseThrow().isPaid());
            assertThat(effects()).isEqualTo(1);
        }
    }

    // polling

    @Test
    void finds_out_by_itself() {
        jobs.start();
        payments.start(order);
        desk.says(0, PaymentState.PAID);
        clock.advance(Duration.ofSeconds(40));

        Awaitility.await().until(() -> view().isPaid());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void goes_on_asking_after_an_error_and_after_the_end() {
        jobs.start();
        payments.start(order);
        desk.states.put(desk.id(0).reference(), new ProviderState.NoAnswer("http.timeout"));
        poll(Duration.ofSeconds(40));
        desk.says(0, PaymentState.CANCELLED);
        poll(Duration.ofSeconds(80));
        assertThat(view().state()).isEqualTo(PaymentState.CANCELLED);
        desk.says(0, PaymentState.PAID);
        poll(Duration.ofMinutes(5));

        Awaitility.await().until(() -> view().isPaid());
    }

    @Test
    void calls_an_attempt_expired_a_day_after_its_page() {
        jobs.start();
        payments.start(order);
        poll(Duration.ofHours(24));
        assertThat(view().state()).isEqualTo(PaymentState.PENDING);
        poll(Duration.ofHours(3));

        Awaitility.await().until(() -> view().state() == PaymentState.EXPIRED);
    }

    @Test
    void has_a_person_look_when_the_platform_never_answered() {
        jobs.start();
        payments.start(order);
        desk.states.put(desk.id(0).reference(), new ProviderState.NoAnswer("http.timeout"));
        poll(Duration.ofDays(9));

        Awaitility.await().until(() -> view().state() == PaymentState.REVIEW);
        assertThat(reviews).extracting(Review::reason).containsExactly("payment.unanswered");
    }

    private void poll(Duration later) {
        Awaitility.await().until(this::hasPutOffTheNextQuestion);
        int before = desk.questions.get();
        clock.advance(later);
        Awaitility.await().until(() -> desk.questions.get() > before);
    }

    /** Not so while a turn of the polling is still under way, which would take the time that comes for its own. */
    private boolean hasPutOffTheNextQuestion() {
        return payments.attempts(caseId).get(0).nextPoll().stream().anyMatch(at -> at.isAfter(clock.instant()));
    }

    // set-up

    @Test
    void says_what_is_missing() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Payments.on(dataSource).build())
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.incomplete"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> payments.start(Order.of(caseId, "dorsten").position("Marke", Money.cents(1))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.payee.unknown"));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> payments.refresh(new AttemptId(UUID.randomUUID())))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.attempt.unknown"));
    }

    @Test
    void looks_at_every_platform() {
        assertThat(payments.check().get("marl").well()).isTrue();
    }

    // many at once

    @Test
    void tells_each_of_fifty_orders_once_however_many_ask() throws Exception {
        jobs.start();
        List<CaseId> cases = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            cases.add(new CaseId(UUID.randomUUID()));
            payments.start(Order.of(cases.get(i), "marl").position("Marke", Money.cents(100 + i)));
            desk.says(i, PaymentState.PAID);
        }
        ExecutorService threads = Executors.newFixedThreadPool(32);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int thread = 0; thread < 32; thread++) {
                int way = thread % 4;
                running.add(threads.submit(() -> {
                    await(go);
                    for (int i = 0; i < 50; i++) {
                        knock(way, i, cases.get(i));
                    }
                }));
            }
            go.countDown();
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(paid).extracting(Paid::caseId).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(effects()).isEqualTo(50);
        assertThat(reviews).isEmpty();
        assertThat(cases).allMatch(one -> payments.of(one).orElseThrow().state() == PaymentState.PAID);
    }

    private void knock(int way, int i, CaseId one) {
        switch (way) {
            case 0 -> payments.returned(desk.token(i), Map.of("method", "paypal"));
            case 1 -> payments.notified(desk.token(i), Map.of("method", "giropay"));
            case 2 -> payments.refresh(desk.id(i));
            default -> payments.start(Order.of(one, "marl").position("Marke", Money.cents(100 + i)));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
