// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector against a platform that answers whatever the test says. */
class PmPaymentTest {

    private static final String SALT = "test-salt-123";
    private static final String PORTAL = "https://portal.example.org/payment/";

    private final PaymentAttempt attempt = attempt("Bewohnerparken | Größe", Optional.empty());
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String received = "";
    private volatile String path = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            path = exchange.getRequestURI().getRawPath();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private PmPayment.Builder builder() {
        return PmPayment.with("05562032", "bewohnerparken", SALT.toCharArray())
                .base(base())
                .http(HttpGateway.to("pmPayment")
                        .retries(0)
                        .timeout(Duration.ofSeconds(5))
                        .maxBytes(65_536)
                        .build());
    }

    private static PaymentAttempt attempt(String purpose, Optional<String> method) {
        return new PaymentAttempt(
                new AttemptId(new UUID(11, 12)),
                new CaseId(new UUID(1, 2)),
                Money.cents(3070),
                purpose,
                List.of(Position.of("Ausweis", Money.cents(3070))),
                Instant.parse("2026-03-02T09:15:30Z"),
                Optional.empty(),
                Optional.empty(),
                method);
    }

    private Initiation initiate(PmPayment connector) {
        return connector.initiate(
                new InitiationRequest(attempt, URI.create(PORTAL + "return/7Qb3"), URI.create(PORTAL + "notify/7Qb3")));
    }

    private void opens(String url, String txid) {
        answer = "{\"url\": \"" + url + "\", \"txid\": \"" + txid + "\"}";
    }

    private Map<String, String> form() {
        return Arrays.stream(received.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    // start

    @Test
    void opens_a_page_with_a_signed_form() {
        opens(base() + "/paypage/abc", attempt.reference());

        assertThat(initiate(builder().build()))
                .isEqualTo(Initiation.Redirect.to(URI.create(base() + "/paypage/abc"), attempt.reference()));
        assertThat(path).isEqualTo("/payment/secure");
        assertThat(form())
                .containsOnlyKeys("ags", "amount", "procedure", "desc", "txid", "notifyURL", "redirectURL", "hash")
                .containsEntry("amount", "3070")
                .containsEntry("desc", "Bewohnerparken Groesse")
                .containsEntry("txid", attempt.reference())
                .containsEntry("notifyURL", PORTAL + "notify/7Qb3")
                .containsEntry("hash", "582270ddbda22e4ae3d85878a9f302b537c918e79c831d41acbe4adfec474ada");
    }

    @Test
    void fills_in_the_record_of_the_cash_office() {
        opens(base() + "/paypage/abc", attempt.reference());
        initiate(builder().accountingRecord("BPA;{case};{cents};{purpose}").build());

        assertThat(form())
                .containsEntry("accountingRecord", "BPA;" + attempt.caseId() + ";3070;Bewohnerparken   Größe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/paypage",
                "http://pay.example.org/",
                "javascript:alert(1)",
                "paypage",
                " ",
                "https://127.0.0.1@evil.example/"
            })
    void sends_nobody_to_a_page_elsewhere(String url) {
        opens(url, attempt.reference());

        assertThat(initiate(builder().build())).isNotInstanceOf(Initiation.Redirect.class);
    }

    @Test
    void sends_payers_to_the_hosts_that_were_named() {
        opens("https://pay.example.org/x", attempt.reference());

        assertThat(initiate(builder().pageHosts("pay.example.org").build())).isInstanceOf(Initiation.Redirect.class);
    }

    @Test
    void refuses_a_page_for_another_transaction() {
        opens(base() + "/paypage/abc", "other");

        assertThat(initiate(builder().build())).isEqualTo(new Initiation.Rejected("payment.pmpayment.txid"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 500})
    void tells_a_wrong_salt_by_the_text_whatever_the_status(int code) {
        status = code;
        answer = "ungültiger Hashwert";

        assertThat(initiate(builder().build())).isEqualTo(new Initiation.Rejected("payment.pmpayment.hash"));
    }

    @ParameterizedTest
    @CsvSource({"400, payment.pmpayment.refused", "404, payment.pmpayment.refused"})
    void takes_a_refusal_as_an_end(int code, String reason) {
        status = code;

        assertThat(initiate(builder().build())).isEqualTo(new Initiation.Rejected(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{",
                "[]",
                "null",
                "{\"url\": 5, \"txid\": true}",
                "{\"txid\": \"a\"}",
                "{\"url\":\"\"}"
            })
    void does_not_know_what_happened_after_an_unreadable_answer(String garbage) {
        answer = garbage;

        assertThat(initiate(builder().build())).isInstanceOf(Initiation.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 500, 502, 503})
    void does_not_know_what_happened_after_an_error(int code) {
        status = code;
        answer = "{\"url\": \"" + base() + "/x\", \"txid\": \"" + attempt.reference() + "\"}";

        assertThat(initiate(builder().build())).isInstanceOf(Initiation.Unknown.class);
    }

    @Test
    void does_not_know_what_happened_without_an_answer() {
        server.stop(0);

        assertThat(initiate(builder().build())).isEqualTo(new Initiation.Unknown("http.connect"));
        assertThat(builder().build().query(attempt)).isEqualTo(new ProviderState.NoAnswer("http.connect"));
        assertThat(builder().build().check().well()).isFalse();
    }

    @Test
    void reads_no_endless_answer() {
        answer = "x".repeat(100_000);

        assertThat(initiate(builder().build())).isEqualTo(new Initiation.Unknown("http.too_large"));
        assertThat(builder().build().query(attempt)).isEqualTo(new ProviderState.NoAnswer("http.too_large"));
    }

    // status

    @ParameterizedTest
    @CsvSource({"1, PAID", "0, CANCELLED", "-1, PENDING", "7, PENDING"})
    void reads_the_status_as_number_and_as_text(String value, PaymentState state) {
        answer = "{\"status\": " + value + ", \"timestamp\": \"2026-03-02 10:15:30\"}";
        assertThat(builder().build().query(attempt)).isEqualTo(ProviderState.Reported.of(state));

        answer = "{\"status\": \"" + value + "\"}";
        assertThat(builder().build().query(attempt)).isEqualTo(ProviderState.Reported.of(state));
        assertThat(path).isEqualTo("/payment/status/05562032/" + attempt.reference());
    }

    @Test
    void tells_a_failed_payment_from_a_cancelled_one_by_the_method() {
        answer = "{\"status\": \"0\"}";

        assertThat(builder().build().query(attempt("Marke", Optional.of("paypal"))))
                .isEqualTo(ProviderState.Reported.of(PaymentState.FAILED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "paid",
                "{}",
                "{\"status\": 1.5}",
                "{\"status\": true}",
                "{\"status\": null}",
                "{\"status\": [1]}",
                "[1]"
            })
    void learns_nothing_from_an_unreadable_status(String garbage) {
        answer = garbage;

        assertThat(builder().build().query(attempt)).isInstanceOf(ProviderState.NoAnswer.class);
    }

    @Test
    void tells_an_unknown_transaction_from_an_error() {
        answer = "{\"status\": 1}";
        status = 404;
        assertThat(builder().build().query(attempt)).isEqualTo(new ProviderState.NotFound());
        assertThat(builder().build().check().well()).isTrue();
        status = 500;
        assertThat(builder().build().query(attempt)).isInstanceOf(ProviderState.NoAnswer.class);
        assertThat(builder().build().check().well()).isFalse();
    }

    // callbacks

    private Map<String, String> notification(String txid, String amount, String ags) {
        return Map.of("ags", ags, "txid", txid, "amount", amount, "status", "1", "payment_method", "creditcard");
    }

    @Test
    void takes_a_notification_as_an_unsigned_hint() {
        assertThat(builder()
                        .build()
                        .callback(
                                attempt,
                                new Callback(
                                        Callback.Channel.NOTIFY,
                                        notification(attempt.reference(), "3070", "05562032"))))
                .isEqualTo(new CallbackResult.Hint(false, true, Optional.of("creditcard"), Optional.empty()));
    }

    @Test
    void refuses_a_notification_about_something_else() {
        PmPayment connector = builder().build();
        for (Map<String, String> form : List.of(
                notification("other", "3070", "05562032"),
                notification(attempt.reference(), "30", "05562032"),
                notification(attempt.reference(), "3070.00", "05562032"),
                notification(attempt.reference(), "3070", "05512000"),
                Map.<String, String>of())) {
            assertThat(connector.callback(attempt, new Callback(Callback.Channel.NOTIFY, form)))
                    .isEqualTo(new CallbackResult.Refused("payment.callback.mismatch"));
        }
    }

    @Test
    void refuses_an_unsigned_return_but_takes_one_without_a_form() {
        PmPayment connector = builder().build();

        assertThat(connector.callback(
                        attempt,
                        new Callback(Callback.Channel.RETURN, notification(attempt.reference(), "3070", "05562032"))))
                .isEqualTo(new CallbackResult.Refused("payment.callback.signature"));
        assertThat(connector.callback(attempt, new Callback(Callback.Channel.RETURN, Map.of())))
                .isEqualTo(new CallbackResult.Hint(false, false, Optional.empty(), Optional.empty()));
    }

    @Test
    void refuses_a_genuine_return_of_another_payment() {
        Map<String, String> genuine = Map.of(
                "ags", "05562032",
                "txid", "BPA.2026-0815.1",
                "amount", "3070",
                "desc", "Bewohnerparken 2026-0815",
                "status", "1",
                "payment_method", "creditcard",
                "created_at", "2026-03-02 10:15:30",
                "hash", "8634ffe9b1e7ee3aff312a5c05add4db4cd94af40d7f13cf2af25f8de9e89228");

        assertThat(builder().build().callback(attempt, new Callback(Callback.Channel.RETURN, genuine)))
                .isEqualTo(new CallbackResult.Refused("payment.callback.mismatch"));
    }

    // set-up

    @Test
    void refuses_a_set_up_that_cannot_be_right() {
        for (PmPayment.Builder wrong : List.of(
                PmPayment.with("5562032", "p", SALT.toCharArray()),
                PmPayment.with("05562032", "p|q", SALT.toCharArray()),
                PmPayment.with("05562032", "", SALT.toCharArray()),
                PmPayment.with("05562032", "p", new char[0]),
                PmPayment.with("05562032", "p", SALT.toCharArray()).accountingRecord("a|b"),
                PmPayment.with("05562032", "p", SALT.toCharArray()).accountingRecord(" "),
                PmPayment.with("05562032", "p", SALT.toCharArray()).base(URI.create("/x")))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(wrong::build)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("payment.pmpayment.config"));
        }
    }

    @Test
    void shows_no_secret() {
        PmPayment connector = builder().build();

        assertThat(connector.toString()).contains("05562032").doesNotContain(SALT);
        assertThat(connector.profile().toString()).doesNotContain(SALT);
    }
}
