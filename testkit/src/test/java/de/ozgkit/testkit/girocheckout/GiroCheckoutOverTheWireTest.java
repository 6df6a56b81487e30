// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.girocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.CallbackFields;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.Paid;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.RefundState;
import de.ozgkit.payment.connector.GiroCheckout;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.GiroTransaction;
import de.ozgkit.testkit.MockGiroCheckout;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen, a portal and GiroCheckout: orders in a database, a page in a browser, everything else over HTTP. */
class GiroCheckoutOverTheWireTest {

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final List<Paid> paid = new ArrayList<>();
    private final HttpGateway browser = HttpGateway.to("browser").build();
    private final MockGiroCheckout platform = new MockGiroCheckout();
    private JdbcConnectionPool database;
    private Payments payments;

    @BeforeEach
    void start() {
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
        payments = Payments.on(database)
                .jobs(Jobs.on(database).build())
                .callbacks(URI.create("http://127.0.0.1:1/zahlung"))
                .payee(
                        "dorsten",
                        GiroCheckout.with("1234567", "1234", MockGiroCheckout.PASSWORD.toCharArray())
                                .base(platform.uri())
                                .build())
                .onPaid((tx, news) -> paid.add(news))
                .patience(Duration.ofMillis(200))
                .build();
    }

    @AfterEach
    void stop() {
        platform.assertNoUnexpectedCalls();
        platform.close();
        database.dispose();
    }

    private PaymentStart pay() {
        return payments.start(Order.of(caseId, "dorsten").position("Hundesteuermarke", Money.cents(3070)));
    }

    private PaymentState press(String button) {
        URI page = ((PaymentStart.Redirect) pay()).page();
        HttpAnswer back = browser.send(HttpCall.post(page).form(Map.of("action", button)));
        URI target = URI.create(back.header("Location").orElseThrow());
        String path = target.getPath();
        return payments.returned(
                        path.substring(path.lastIndexOf('/') + 1),
                        CallbackFields.read(null, InputStream.nullInputStream(), target.getRawQuery()))
                .state();
    }

    private PaymentView view() {
        return payments.of(caseId).orElseThrow();
    }

    private GiroTransaction transaction(int index) {
        return platform.transactions().get(index);
    }

    @Test
    void a_citizen_pays_and_gets_a_part_back() {
        assertThat(press("pay")).isEqualTo(PaymentState.PAID);

        assertThat(paid).singleElement().satisfies(news -> {
            assertThat(news.providerReference()).contains(transaction(0).reference());
            assertThat(news.paymentReference()).contains(transaction(0).payment());
            assertThat(news.method()).contains("creditcard");
        });
        assertThat(pay()).isInstanceOf(PaymentStart.AlreadyPaid.class);
        assertThat(payments.refund(
                                view().attempts().get(0).id(),
                                new RefundId(UUID.randomUUID()),
                                Money.cents(1000),
                                "Hund verkauft")
                        .state())
                .isEqualTo(RefundState.DONE);
        assertThat(transaction(0).refunded()).isEqualTo(1000);
    }

    @Test
    void a_citizen_cancels_and_the_money_comes_all_the_same() {
        assertThat(press("cancel")).isEqualTo(PaymentState.CANCELLED);
        platform.pay(transaction(0).merchantTxId());

        payments.refresh(view().attempts().get(0).id());
        assertThat(view().isPaid()).isTrue();
        assertThat(paid).hasSize(1);
    }

    @Test
    void the_answer_to_the_start_is_lost_and_a_second_page_is_paid() {
        platform.next(MockGiroCheckout.PAGE, Fault.lostAnswer());

        assertThat(press("pay")).isEqualTo(PaymentState.PAID);
        assertThat(platform.transactions())
                .extracting(GiroTransaction::result)
                .containsExactly(GiroTransaction.OPEN, GiroTransaction.PAID);
        assertThat(paid).hasSize(1);
    }

    @Test
    void another_amount_is_for_a_person() {
        URI page = ((PaymentStart.Redirect) pay()).page();
        browser.send(HttpCall.post(page).form(Map.of("action", "pay")));
        platform.tellAmount(70);

        assertThat(payments.refresh(view().attempts().get(0).id()).state()).isEqualTo(PaymentState.REVIEW);
        assertThat(paid).isEmpty();
    }
}
