// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.xbezahldienste;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.Paid;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.connector.XBezahldienste;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockXBezahldienste;
import de.ozgkit.testkit.XbTransaction;
import java.math.BigDecimal;
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

/** A citizen, a portal and a payment service: orders in a database, a page in a browser, everything else over HTTP. */
class XBezahldiensteOverTheWireTest {

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final List<Paid> paid = new ArrayList<>();
    private final List<String> reviews = new ArrayList<>();
    private final HttpGateway browser = HttpGateway.to("browser").build();
    private MockXBezahldienste service;
    private JdbcConnectionPool database;
    private Payments payments;

    @BeforeEach
    void start() {
        service = MockXBezahldienste.withOAuth2("portal", "s3cret".toCharArray())
                .bookingData("haushaltsstelle")
                .start();
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
        payments = payments("s3cret");
    }

    @AfterEach
    void stop() {
        service.assertNoUnexpectedCalls();
        service.close();
        database.dispose();
    }

    private Payments payments(String secret) {
        return Payments.on(database)
                .jobs(Jobs.on(database).build())
                .callbacks(URI.create("http://127.0.0.1:1/zahlung"))
                .payee(
                        "dorsten",
                        XBezahldienste.with(service.base(), "hundesteuer", "05562012")
                                .oauth2(service.uri(MockXBezahldienste.TOKEN), "portal", secret.toCharArray())
                                .accounting(Map.of("haushaltsstelle", "1100.2600"))
                                .timeout(Duration.ofSeconds(10))
                                .build())
                .onPaid((tx, news) -> paid.add(news))
                .onReview((tx, news) -> reviews.add(news.reason()))
                .patience(Duration.ofMillis(200))
                .build();
    }

    private PaymentStart pay() {
        return payments.start(Order.of(caseId, "dorsten")
                .position("Hundesteuermarke", Money.cents(1880))
                .position(Position.of("Anhänger", Money.cents(1190)).taxed(BigDecimal.valueOf(19))));
    }

    private URI page() {
        return ((PaymentStart.Redirect) pay()).page();
    }

    /** Presses a button of the page and goes back to the portal, as a browser does. */
    private PaymentState press(URI page, String button) {
        HttpAnswer back = browser.send(HttpCall.post(page).form(Map.of("action", button)));
        String target = back.header("Location").orElseThrow();
        return payments.returned(target.substring(target.lastIndexOf('/') + 1), Map.of())
                .state();
    }

    private PaymentView view() {
        return payments.of(caseId).orElseThrow();
    }

    private XbTransaction transaction(int index) {
        return service.transactions().get(index);
    }

    @Test
    void a_citizen_pays_a_fee() {
        assertThat(press(page(), "pay")).isEqualTo(PaymentState.PAID);

        assertThat(paid).hasSize(1);
        assertThat(view().method()).contains("creditcard");
        assertThat(transaction(0).cents()).isEqualTo(3070);
        assertThat(pay()).isInstanceOf(PaymentStart.AlreadyPaid.class);
    }

    @Test
    void a_citizen_cancels_and_the_money_comes_all_the_same() {
        assertThat(press(page(), "cancel")).isEqualTo(PaymentState.CANCELLED);
        service.pay(transaction(0).transactionId());

        payments.refresh(view().attempts().get(0).id());
        assertThat(view().isPaid()).isTrue();
        assertThat(paid).hasSize(1);
    }

    @Test
    void the_answer_to_the_start_is_lost_and_the_service_answers_a_repetition() {
        service.answerRepetitions(true);
        service.next(MockXBezahldienste.START, Fault.lostAnswer());

        assertThat(press(page(), "pay")).isEqualTo(PaymentState.PAID);
        assertThat(service.transactions()).hasSize(1);
        assertThat(service.requests(MockXBezahldienste.START)).hasSize(2);
        assertThat(paid).hasSize(1);
    }

    @Test
    void the_answer_to_the_start_is_lost_and_the_service_refuses_a_repetition() {
        service.next(MockXBezahldienste.START, Fault.lostAnswer());

        assertThat(press(page(), "pay")).isEqualTo(PaymentState.PAID);
        assertThat(service.transactions())
                .extracting(XbTransaction::status)
                .containsExactly(XbTransaction.INITIAL, XbTransaction.PAYED);
        assertThat(view().attempts())
                .extracting(PaymentView.Attempt::state)
                .containsExactly(PaymentState.EXPIRED, PaymentState.PAID);
        assertThat(paid).hasSize(1);
    }

    /** Somebody else paid the payment that we never heard of, and the service tells so when the start is repeated. */
    @Test
    void a_repeated_start_finds_the_payment_paid() {
        service.answerRepetitions(true);
        service.next(MockXBezahldienste.START, Fault.lostAnswer(), Fault.reset());
        assertThat(pay()).isInstanceOf(PaymentStart.Unavailable.class);
        service.pay(transaction(0).transactionId());

        URI back = page();
        assertThat(back.toString()).startsWith("http://127.0.0.1:1/zahlung/return/");
        String token = back.getPath().substring(back.getPath().lastIndexOf('/') + 1);
        assertThat(payments.returned(token, Map.of()).state()).isEqualTo(PaymentState.PAID);
        assertThat(paid).hasSize(1);
    }

    @Test
    void a_token_is_taken_back_while_the_citizen_pays() {
        URI page = page();
        service.revokeTokens();

        assertThat(press(page, "pay")).isEqualTo(PaymentState.PAID);
        assertThat(service.requests(MockXBezahldienste.TOKEN)).hasSize(2);
    }

    @Test
    void another_amount_is_looked_at_by_a_person() {
        URI page = page();
        service.tellAmount(70);

        assertThat(press(page, "pay")).isEqualTo(PaymentState.REVIEW);
        assertThat(reviews).containsExactly("payment.amount");
        assertThat(paid).isEmpty();
    }

    @Test
    void the_client_is_unknown() {
        payments = payments("wrong");

        assertThat(pay()).isInstanceOf(PaymentStart.Unavailable.class);
        assertThat(view().attempts().get(0).reason()).contains("payment.xbezahldienste.token.refused");
        assertThat(payments.check().get("dorsten").code()).isEqualTo("payment.xbezahldienste.token.refused");
    }
}
