// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.core.CaseId;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Review;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.MockPmPayment.Notice;
import de.ozgkit.testkit.PmTransaction;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A portal, a payer's browser and the mock platform, each speaking HTTP to the others. */
abstract class PmPaymentOverTheWireContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String SECURE = "/payment/secure";
    private static final String STATUS = "/payment/status/{ags}/{txid}";

    private final PortalDatabases databases;
    private final MovableClock clock = new MovableClock();
    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final Payer payer = new Payer();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private MockPmPayment platform;
    private PayingPortal portal;

    @TempDir
    private Path folder;

    PmPaymentOverTheWireContract(PortalDatabases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() throws Exception {
        platform = MockPmPayment.withSalt(PayingPortal.SALT.toCharArray())
                .state(folder.resolve("platform"))
                .start();
        portal = new PayingPortal(databases.fresh(folder), platform.uri(), PayingPortal.SALT, TIMEOUT, clock);
        logger().setLevel(Level.TRACE);
        logger().setAdditive(false);
        log.start();
        logger().addAppender(log);
    }

    /** Every test also shows that nothing secret is logged. */
    @AfterEach
    void close() {
        logger().detachAppender(log);
        logger().setLevel(null);
        logger().setAdditive(true);
        portal.close();
        platform.close();
        assertThat(log.list)
                .isNotEmpty()
                .extracting(PmPaymentOverTheWireContract::everything)
                .noneMatch(line -> line.contains(PayingPortal.SALT)
                        || line.contains("Hundesteuer")
                        || platform.transactions().stream().anyMatch(one -> line.contains(token(one))));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("de.ozgkit");
    }

    private static String everything(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause.getMessage());
        }
        return text.toString();
    }

    private static String token(PmTransaction transaction) {
        String url = transaction.redirectUrl().orElseThrow();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private URI page() {
        return portal.start(caseId)
                .fold(
                        PaymentStart.Redirect::page,
                        transfer -> {
                            throw new AssertionError("a transfer");
                        },
                        already -> {
                            throw new AssertionError("already paid");
                        },
                        no -> {
                            throw new AssertionError(no.publicText());
                        });
    }

    private PmTransaction transaction(int index) {
        return platform.transactions().get(index);
    }

    private void awaitState(PaymentState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(portal.view(caseId).state()).isEqualTo(state));
    }

    private String state() {
        return "/status/" + portal.view(caseId).state();
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("X-Code")).contains(code);
    }

    private void assertPaidOnce() {
        assertThat(portal.view(caseId).isPaid()).isTrue();
        assertThat(portal.effects()).isEqualTo(1);
        platform.assertNoUnexpectedCalls();
    }

    // the plain way

    @Test
    void a_citizen_pays_a_fee() {
        HttpResponse<String> back = payer.submit(payer.press(page(), "pay"));

        assertThat(location(back)).isEqualTo("/status/PAID");
        PaymentView view = portal.view(caseId);
        assertThat(view.method()).contains("creditcard");
        assertThat(platform.notices()).containsExactly(new Notice(transaction(0).txid(), 200));
        assertThat(transaction(0).cents()).isEqualTo(3070);
        assertPaidOnce();
    }

    @Test
    void the_browser_never_comes_back() {
        payer.press(page(), "pay");

        awaitState(PaymentState.PAID);
        assertPaidOnce();
    }

    @Test
    void the_platform_never_notifies() {
        platform.notifications(MockPmPayment.Notify.NEVER);

        assertThat(location(payer.submit(payer.press(page(), "pay")))).isEqualTo("/status/PAID");
        platform.notifyPortal(transaction(0).txid());
        assertPaidOnce();
    }

    @Test
    void neither_browser_nor_platform_tells() {
        platform.notifications(MockPmPayment.Notify.NEVER);
        payer.press(page(), "pay");
        clock.advance(Duration.ofSeconds(40));

        awaitState(PaymentState.PAID);
        assertPaidOnce();
    }

    @Test
    void the_platform_notifies_twice_at_once_and_the_browser_comes_twice() {
        platform.notifications(MockPmPayment.Notify.TWICE_AT_ONCE);
        Payer.Form form = payer.press(page(), "pay");

        assertThat(location(payer.submit(form))).isEqualTo("/status/PAID");
        assertThat(location(payer.submit(form))).isEqualTo("/status/PAID");
        assertThat(platform.notices()).extracting(Notice::status).containsExactly(200, 200);
        assertPaidOnce();
    }

    @Test
    void the_status_is_a_number() {
        platform.statusAsNumber(true);

        assertThat(location(payer.submit(payer.press(page(), "pay")))).isEqualTo("/status/PAID");
    }

    // other ends

    @Test
    void a_citizen_cancels_and_pays_later() {
        URI first = page();
        assertThat(location(payer.submit(payer.press(first, "cancel")))).isEqualTo("/status/CANCELLED");
        URI second = page();

        assertThat(second).isNotEqualTo(first);
        assertThat(location(payer.submit(payer.press(second, "pay")))).isEqualTo("/status/PAID");
        assertPaidOnce();
    }

    @Test
    void a_card_is_refused() {
        platform.nextPaymentFails();

        assertThat(location(payer.submit(payer.press(page(), "pay")))).isEqualTo("/status/FAILED");
        assertThat(location(payer.submit(payer.press(page(), "pay")))).isEqualTo("/status/PAID");
        assertPaidOnce();
    }

    @Test
    void a_citizen_leaves_the_page_and_finds_it_again() {
        URI first = page();

        assertThat(location(payer.leave(first))).isEqualTo("/status/PENDING");
        assertThat(page()).isEqualTo(first);
    }

    @Test
    void money_comes_after_the_citizen_cancelled() {
        payer.submit(payer.press(page(), "cancel"));
        assertThat(state()).isEqualTo("/status/CANCELLED");
        platform.pay(transaction(0).txid());

        awaitState(PaymentState.PAID);
        assertPaidOnce();
    }

    @Test
    void a_citizen_pays_twice() {
        payer.submit(payer.press(page(), "cancel"));
        payer.submit(payer.press(page(), "pay"));
        platform.pay(transaction(0).txid());

        awaitState(PaymentState.REVIEW);
        assertThat(portal.reviews).extracting(Review::reason).containsExactly("payment.double");
        assertPaidOnce();
    }

    // faults

    @Test
    void the_answer_to_the_start_is_lost() {
        platform.next(SECURE, Fault.lostAnswer());
        payer.submit(payer.press(page(), "pay"));

        assertThat(platform.transactions())
                .extracting(PmTransaction::status)
                .containsExactly(PmTransaction.IN_PROGRESS, PmTransaction.PAID);
        assertThat(portal.view(caseId).attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.EXPIRED, PaymentState.PAID);
        assertPaidOnce();
    }

    @Test
    void the_answer_to_the_start_is_late_garbled_or_an_error() {
        for (Fault fault : List.of(
                Fault.delay(Duration.ofSeconds(3)),
                Fault.garbage(),
                Fault.reset(),
                Fault.unavailable(Duration.ofSeconds(1)))) {
            platform.next(SECURE, fault);
            assertThat(page()).as(fault.toString()).isNotNull();
            payer.submit(payer.press(page(), "cancel"));
        }
        payer.submit(payer.press(page(), "pay"));
        assertPaidOnce();
    }

    @Test
    void the_platform_is_down() throws Exception {
        int port = platform.uri().getPort();
        platform.close();
        assertThat(portal.start(caseId)).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(portal.view(caseId).state()).isEqualTo(PaymentState.UNKNOWN);

        platform = MockPmPayment.withSalt(PayingPortal.SALT.toCharArray())
                .port(port)
                .state(folder.resolve("platform"))
                .start();
        payer.submit(payer.press(page(), "pay"));
        assertPaidOnce();
    }

    @Test
    void the_platform_restarts_while_the_citizen_reads_the_page() {
        URI page = page();
        int port = platform.uri().getPort();
        platform.close();
        platform = MockPmPayment.withSalt(PayingPortal.SALT.toCharArray())
                .port(port)
                .state(folder.resolve("platform"))
                .start();

        assertThat(location(payer.submit(payer.press(page, "pay")))).isEqualTo("/status/PAID");
        assertPaidOnce();
    }

    @Test
    void the_status_is_garbled_or_missing_when_the_browser_comes_back() {
        platform.notifications(MockPmPayment.Notify.NEVER);
        Payer.Form form = payer.press(page(), "pay");
        platform.next(STATUS, Fault.garbage(), Fault.garbage(), Fault.reset(), Fault.reset(), Fault.reset());

        assertThat(location(payer.submit(form))).isIn("/status/PENDING", "/status/PAID");
        clock.advance(Duration.ofSeconds(40));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            clock.advance(Duration.ofMinutes(1));
            return portal.view(caseId).isPaid();
        });
        assertPaidOnce();
    }

    @Test
    void the_salt_is_wrong() throws Exception {
        try (PayingPortal wrong =
                new PayingPortal(databases.fresh(folder), platform.uri(), "other-salt", TIMEOUT, clock)) {
            assertThat(wrong.start(caseId)).isInstanceOf(PaymentStart.Unavailable.class);
            assertThat(wrong.view(caseId).attempts().get(0).reason()).contains("payment.pmpayment.hash");
        }
        assertThat(platform.transactions()).isEmpty();
    }

    // attacks

    @Test
    void a_forged_notification_changes_nothing() {
        page();
        Map<String, String> forged =
                new HashMap<>(platform.notifyForm(transaction(0).txid()));
        forged.put("status", "1");
        URI notify = URI.create(transaction(0).notifyUrl().orElseThrow());

        assertThat(payer.post(notify, forged).statusCode()).isEqualTo(200);
        platform.awaitRequests(STATUS, 1, Duration.ofSeconds(10));
        assertThat(state()).isEqualTo("/status/PENDING");
        assertThat(portal.effects()).isZero();

        forged.put("amount", "1");
        assertRefused(payer.post(notify, forged), 400, "payment.callback.mismatch");
        URI elsewhere = notify.resolve("x" + token(transaction(0)));
        assertRefused(payer.post(elsewhere, forged), 404, "payment.callback.unknown");
    }

    @Test
    void a_forged_return_changes_nothing() {
        Payer.Form form = payer.press(page(), "cancel");
        assertThat(state()).isIn("/status/PENDING", "/status/CANCELLED");
        Map<String, String> forged = new HashMap<>(form.fields());
        forged.put("status", "1");
        forged.put("payment_method", "creditcard");

        assertRefused(payer.post(form.target(), forged), 400, "payment.callback.signature");
        forged.remove("hash");
        assertRefused(payer.post(form.target(), forged), 400, "payment.callback.signature");
        assertThat(portal.view(caseId).isPaid()).isFalse();
        assertThat(portal.effects()).isZero();
    }

    @Test
    void the_return_of_one_citizen_is_no_proof_for_another() {
        payer.submit(payer.press(page(), "pay"));
        Map<String, String> genuine = platform.returnForm(transaction(0).txid());
        CaseId other = new CaseId(UUID.randomUUID());
        portal.start(other);

        URI target = URI.create(transaction(1).redirectUrl().orElseThrow());
        assertRefused(payer.post(target, genuine), 400, "payment.callback.mismatch");
        assertThat(portal.view(other).state()).isEqualTo(PaymentState.PENDING);
        assertThat(portal.effects()).isEqualTo(1);
    }

    @Test
    void another_amount_in_a_signed_return_is_looked_at_by_a_person() {
        platform.tellAmount(70);
        Payer.Form form = payer.press(page(), "pay");
        assertThat(platform.notices()).extracting(Notice::status).containsExactly(400);
        assertThat(state()).isEqualTo("/status/PENDING");

        assertRefused(payer.submit(form), 400, "payment.callback.mismatch");
        assertThat(state()).isEqualTo("/status/REVIEW");
        assertThat(portal.reviews).extracting(Review::reason).containsExactly("payment.callback.mismatch");
        assertThat(portal.effects()).isZero();
    }

    /** The system's clock, moved on. */
    private static final class MovableClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void advance(Duration by) {
            ahead.updateAndGet(known -> known.plus(by));
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
