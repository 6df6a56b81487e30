// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.internal.girocheckout.GcHash;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
class GiroCheckoutTest {

    private static final String PASSWORD = "secure";
    private static final String PORTAL = "https://portal.example.org/payment/";
    private static final String TX = "7f3c1d2e-0000-4000-8000-000000000001";
    private static final String PAGE = "9a1c4d2e-0000-4000-8000-000000000002";
    private static final GcHash HASH = new GcHash(PASSWORD.toCharArray());

    private final PaymentAttempt fresh = attempt(Optional.empty(), Optional.empty());
    private final PaymentAttempt opened = attempt(Optional.of(TX), Optional.empty());
    private final PaymentAttempt onPage = attempt(Optional.of(PAGE), Optional.empty());
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile Optional<String> hash = Optional.empty();
    private volatile boolean signing = true;
    private volatile String received = "";
    private volatile String path = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            path = exchange.getRequestURI().getRawPath();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            if (signing) {
                exchange.getResponseHeaders().add("hash", hash.orElse(HASH.of(answer)));
            }
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
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/girocheckout/api/v2/");
    }

    private GiroCheckout.Builder builder() {
        return GiroCheckout.with("1234567", "1234", PASSWORD.toCharArray())
                .base(base())
                .http(HttpGateway.to("GiroCheckout")
                        .retries(0)
                        .timeout(Duration.ofSeconds(5))
                        .maxBytes(65_536)
                        .build());
    }

    private GiroCheckout page() {
        return builder().build();
    }

    private GiroCheckout card() {
        return builder().method("creditcard").build();
    }

    private static PaymentAttempt attempt(Optional<String> provider, Optional<String> payment, Position... positions) {
        return new PaymentAttempt(
                new AttemptId(new UUID(11, 12)),
                new CaseId(new UUID(1, 2)),
                Money.cents(3070),
                "Bewohnerparken | Größe",
                positions.length == 0 ? List.of(Position.of("Ausweis", Money.cents(3070))) : List.of(positions),
                Instant.parse("2026-03-02T09:15:30Z"),
                provider,
                payment,
                Optional.empty());
    }

    private static Position booked(long cents, String kassenzeichen) {
        return Position.of("Ausweis", Money.cents(cents)).booked(Map.of("kassenzeichen", kassenzeichen));
    }

    private Initiation initiate(GiroCheckout connector, PaymentAttempt attempt) {
        return connector.initiate(
                new InitiationRequest(attempt, URI.create(PORTAL + "return/7Qb3"), URI.create(PORTAL + "notify/7Qb3")));
    }

    private void opens(String name, String url) {
        answer = "{\"rc\":0,\"msg\":\"\",\"reference\":\"" + TX + "\",\"" + name + "\":\"" + url + "\"}";
    }

    private Map<String, String> form() {
        return Arrays.stream(received.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    // start

    @Test
    void goes_straight_to_the_one_method() {
        opens("redirect", base() + "pay/abc");

        assertThat(initiate(card(), fresh)).isEqualTo(Initiation.Redirect.to(URI.create(base() + "pay/abc"), TX));
        assertThat(path).isEqualTo("/girocheckout/api/v2/transaction/start");
        assertThat(form().keySet())
                .containsExactly(
                        "merchantId",
                        "projectId",
                        "merchantTxId",
                        "amount",
                        "currency",
                        "purpose",
                        "urlRedirect",
                        "urlNotify",
                        "hash");
        assertThat(form())
                .containsEntry("merchantTxId", fresh.reference())
                .containsEntry("amount", "3070")
                .containsEntry("purpose", "Bewohnerparken Groesse")
                .containsEntry("urlNotify", PORTAL + "notify/7Qb3")
                .containsEntry(
                        "hash",
                        HASH.of("12345671234" + fresh.reference() + "3070EURBewohnerparken Groesse" + PORTAL
                                + "return/7Qb3" + PORTAL + "notify/7Qb3"));
    }

    @Test
    void opens_a_page_with_what_the_operator_allows() {
        opens("url", base() + "page/abc");

        assertThat(initiate(
                        builder()
                                .accounting(Map.of("kassenzeichen", "4200000000061"))
                                .parameter("single", "1")
                                .parameter("test", "1")
                                .build(),
                        fresh))
                .isInstanceOf(Initiation.Redirect.class);
        assertThat(path).isEqualTo("/girocheckout/api/v2/paypage/init");
        assertThat(form().keySet())
                .containsExactly(
                        "merchantId",
                        "projectId",
                        "merchantTxId",
                        "amount",
                        "currency",
                        "purpose",
                        "single",
                        "type",
                        "test",
                        "successUrl",
                        "backUrl",
                        "failUrl",
                        "notifyUrl",
                        "kassenzeichen",
                        "hash");
        assertThat(form()).containsEntry("type", "SALE").containsEntry("kassenzeichen", "4200000000061");
    }

    @Test
    void sends_the_kassenzeichen_of_the_positions_first() {
        opens("redirect", base() + "pay/abc");
        GiroCheckout connector = builder()
                .method("creditcard")
                .accounting(Map.of("kassenzeichen", "1"))
                .build();

        initiate(connector, attempt(Optional.empty(), Optional.empty(), booked(3000, "2"), booked(70, "2")));
        assertThat(form()).containsEntry("kassenzeichen", "2");
        for (PaymentAttempt wrong : List.of(
                attempt(Optional.empty(), Optional.empty(), booked(3000, "2"), booked(70, "3")),
                attempt(Optional.empty(), Optional.empty(), booked(3000, "2"), Position.of("Marke", Money.cents(70))),
                attempt(Optional.empty(), Optional.empty(), booked(3070, "2\n3")),
                attempt(Optional.empty(), Optional.empty(), booked(3070, "2".repeat(100))))) {
            assertThat(initiate(connector, wrong))
                    .isEqualTo(new Initiation.Rejected("payment.girocheckout.kassenzeichen"));
        }
    }

    @Test
    void uses_no_answer_that_is_signed_wrongly() {
        opens("url", base() + "page/abc");
        hash = Optional.of(HASH.of(answer + " "));
        assertThat(initiate(page(), fresh)).isEqualTo(new Initiation.Unknown("payment.girocheckout.signature"));
        signing = false;
        assertThat(initiate(page(), fresh)).isEqualTo(new Initiation.Unknown("payment.girocheckout.signature"));
        signing = true;
        hash = Optional.of(HASH.of(answer).toUpperCase(java.util.Locale.ROOT));
        assertThat(initiate(page(), fresh)).isInstanceOf(Initiation.Redirect.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {5000, 5001, 5002, 5020, 5021})
    void tells_a_wrong_set_up_signed_or_not(int rc) {
        answer = "{\"rc\":" + rc + ",\"msg\":\"\"}";
        signing = rc > 5001;
        hash = Optional.of("0");

        assertThat(initiate(page(), fresh)).isEqualTo(new Initiation.Rejected("payment.girocheckout." + rc));
        assertThat(page().query(opened)).isEqualTo(new ProviderState.NoAnswer("payment.girocheckout." + rc));
        assertThat(page().check().code()).isEqualTo("payment.girocheckout." + rc);
    }

    @ParameterizedTest
    @CsvSource({"5003, true", "5116, true", "5205, true", "5100, false", "9999, false"})
    void tells_a_refusal_from_a_fault(int rc, boolean refused) {
        answer = "{\"rc\":\"" + rc + "\",\"msg\":\"\"}";
        String code = "payment.girocheckout." + rc;

        assertThat(initiate(page(), fresh))
                .isEqualTo(refused ? new Initiation.Rejected(code) : new Initiation.Unknown(code));
        assertThat(page().query(opened)).isEqualTo(new ProviderState.NoAnswer(code));
        assertThat(page().check().well()).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{",
                "[]",
                "null",
                "{\"rc\":0}",
                "{\"rc\":false}",
                "{\"rc\":0.0}",
                "{\"rc\":-1}",
                "{\"rc\":99999999999}",
                "{\"rc\":0,\"reference\":\"\",\"url\":\"https://x.example/\"}",
                "{\"rc\":0,\"reference\":\"a/b\",\"url\":\"https://x.example/\"}",
                "{\"rc\":0,\"reference\":\"a\",\"url\":[]}"
            })
    void does_not_know_what_happened_after_an_unreadable_answer(String garbage) {
        answer = garbage;

        assertThat(initiate(page(), fresh)).isInstanceOf(Initiation.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 500, 502, 503})
    void does_not_know_what_happened_after_an_error(int code) {
        opens("url", base() + "page/abc");
        status = code;

        assertThat(initiate(page(), fresh)).isInstanceOf(Initiation.Unknown.class);
        assertThat(page().query(opened)).isInstanceOf(ProviderState.NoAnswer.class);
        assertThat(page().check().well()).isFalse();
    }

    @Test
    void reads_no_endless_answer_and_survives_silence() {
        answer = "x".repeat(100_000);
        assertThat(initiate(page(), fresh)).isEqualTo(new Initiation.Unknown("http.too_large"));
        assertThat(page().query(opened)).isEqualTo(new ProviderState.NoAnswer("http.too_large"));
        server.stop(0);
        assertThat(initiate(page(), fresh)).isEqualTo(new Initiation.Unknown("http.connect"));
        assertThat(page().check().code()).isEqualTo("http.connect");
        assertThat(refund(page(), opened)).isEqualTo(new RefundResult.Unknown("http.connect"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/paypage",
                "http://pay.example.org/",
                "javascript:alert(1)",
                "paypage",
                "https://127.0.0.1@evil.example/"
            })
    void sends_nobody_to_a_page_elsewhere(String url) {
        opens("url", url);

        assertThat(initiate(page(), fresh)).isEqualTo(new Initiation.Rejected("payment.page.refused"));
        opens("url", "https://pay.example.org/x");
        assertThat(initiate(builder().pageHosts("pay.example.org").build(), fresh))
                .isInstanceOf(Initiation.Redirect.class);
    }

    // status

    private void tells(String reference, String more) {
        answer = "{\"rc\":0,\"msg\":\"\",\"reference\":\"" + reference + "\",\"merchantTxId\":\"" + fresh.reference()
                + "\",\"backendTxId\":\"884.1\",\"amount\":\"3070\",\"currency\":\"EUR\"" + more + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "4000, PAID",
        "4502, CANCELLED",
        "3100, CANCELLED",
        "4501, EXPIRED",
        "2000, EXPIRED",
        "4152, PENDING",
        "4154, PENDING",
        "4001, FAILED",
        "4051, FAILED",
        "4101, FAILED",
        "4199, FAILED",
        "4504, FAILED",
        "4599, FAILED",
        "4900, FAILED",
        "5200, FAILED",
        "1900, FAILED"
    })
    void reads_the_result_by_the_table(String code, PaymentState state) {
        for (String written : List.of("\"" + code + "\"", code)) {
            tells(TX, ",\"resultPayment\":" + written);
            assertThat(card().query(opened))
                    .isInstanceOfSatisfying(ProviderState.Reported.class, told -> assertThat(told.state())
                            .isEqualTo(state));
        }
        assertThat(path).isEqualTo("/girocheckout/api/v2/transaction/status");
        assertThat(form().keySet()).containsExactly("merchantId", "projectId", "reference", "hash");
        assertThat(form()).containsEntry("reference", TX);
    }

    @Test
    void tells_amount_and_method_of_what_was_paid() {
        tells(TX, ",\"resultPayment\":\"4000\"");

        assertThat(card().query(opened))
                .isEqualTo(new ProviderState.Reported(
                        PaymentState.PAID,
                        Optional.of("creditcard"),
                        Optional.of(Money.cents(3070)),
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4500", "7777", "0", "9999", "5034"})
    void keeps_asking_where_the_platform_does_not_know(String code) {
        tells(TX, ",\"resultPayment\":\"" + code + "\"");

        assertThat(card().query(opened)).isEqualTo(new ProviderState.NoAnswer("payment.girocheckout." + code));
    }

    @Test
    void has_a_person_look_at_a_duplicate() {
        tells(TX, ",\"resultPayment\":\"4503\"");

        assertThat(card().query(opened)).isEqualTo(new ProviderState.Unclear("payment.girocheckout.4503"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"resultPayment\":null", ",\"resultPayment\":\"\""})
    void waits_while_there_is_no_result(String more) {
        tells(TX, more);

        assertThat(card().query(opened)).isEqualTo(ProviderState.Reported.of(PaymentState.PENDING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"3070\";\"30.70\"",
                "\"3070\";0",
                "\"3070\";null",
                "\"3070\";-3070",
                "\"3070\";30700000000000000000",
                "\"EUR\";\"USD\"",
                "\"EUR\";null",
                "\"merchantTxId\":\";\"merchantTxId\":\"x",
                "7f3c1d2e;8f3c1d2e"
            })
    void has_a_person_look_at_a_payment_that_is_not_the_one_ordered(String right, String wrong) {
        tells(TX, ",\"resultPayment\":\"4000\"");
        answer = answer.replace(right, wrong);

        assertThat(card().query(opened)).isEqualTo(new ProviderState.Unclear("payment.girocheckout.mismatch"));
        answer = answer.replace("4000", "4502");
        if (!right.equals("\"3070\"") && !right.equals("\"EUR\"")) {
            assertThat(card().query(opened)).isEqualTo(new ProviderState.NoAnswer("payment.girocheckout.mismatch"));
        }
    }

    @Test
    void learns_nothing_from_an_answer_that_is_signed_wrongly() {
        tells(TX, ",\"resultPayment\":\"4000\"");
        hash = Optional.of("4f5e86a0b3e15f58baea0f677a0f39d8");

        assertThat(card().query(opened)).isEqualTo(new ProviderState.NoAnswer("payment.girocheckout.signature"));
        assertThat(card().check().well()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"paid\"", "true", "40.00", "[4000]", "\"4000 \""})
    void learns_nothing_from_an_unreadable_result(String value) {
        tells(TX, ",\"resultPayment\":" + value);

        assertThat(card().query(opened)).isEqualTo(new ProviderState.NoAnswer("payment.girocheckout.answer"));
    }

    @Test
    void asks_about_the_payment_behind_a_page_once_it_is_known() {
        tells(TX, ",\"resultPayment\":\"4000\"");
        assertThat(page().query(onPage))
                .isInstanceOfSatisfying(ProviderState.Reported.class, told -> assertThat(told.paymentReference())
                        .contains(TX));
        assertThat(form()).containsEntry("reference", PAGE).doesNotContainKey("txreference");

        assertThat(page().query(attempt(Optional.of(PAGE), Optional.of(TX))))
                .isInstanceOf(ProviderState.Reported.class);
        assertThat(form()).containsEntry("reference", PAGE).containsEntry("txreference", TX);
        assertThat(page().query(attempt(Optional.of(PAGE), Optional.of("other"))))
                .isEqualTo(new ProviderState.Unclear("payment.girocheckout.mismatch"));
    }

    @Test
    void does_not_ask_about_what_has_no_number() {
        assertThat(page().query(fresh)).isEqualTo(new ProviderState.NotFound());
        assertThat(received).isEmpty();
        answer = "{\"rc\":5034}";
        assertThat(page().query(opened)).isEqualTo(new ProviderState.NotFound());
        assertThat(page().check().well()).isTrue();
    }

    // messages

    private Map<String, String> message(boolean onPage, String... changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (onPage) {
            fields.put("gcPaymethod", "11");
            fields.put("gcType", "SALE");
            fields.put("gcProjectId", "1234");
        }
        fields.put("gcReference", TX);
        fields.put("gcMerchantTxId", fresh.reference());
        fields.put("gcBackendTxId", "884.1");
        fields.put("gcAmount", "3070");
        fields.put("gcCurrency", "EUR");
        fields.put("gcResultPayment", "4000");
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        fields.put("gcHash", HASH.of(String.join("", fields.values())));
        return fields;
    }

    private static Callback notified(Map<String, String> fields) {
        return new Callback(Callback.Channel.NOTIFY, fields);
    }

    @Test
    void takes_a_signed_message_as_a_hint() {
        assertThat(card().callback(opened, notified(message(false))))
                .isEqualTo(new CallbackResult.Hint(true, true, Optional.empty(), Optional.empty()));
        assertThat(card().callback(opened, new Callback(Callback.Channel.RETURN, message(false))))
                .isInstanceOf(CallbackResult.Hint.class);
        assertThat(page().callback(onPage, notified(message(true))))
                .isEqualTo(new CallbackResult.Hint(true, true, Optional.of("creditcard"), Optional.of(TX)));
        assertThat(card().callback(fresh, notified(message(false))))
                .isEqualTo(new CallbackResult.Hint(true, true, Optional.empty(), Optional.of(TX)));
        assertThat(page().callback(onPage, notified(message(true, "gcPaymethod", "99", "gcIban", "DE89"))))
                .isEqualTo(new CallbackResult.Hint(true, true, Optional.of("girocheckout-99"), Optional.of(TX)));
    }

    @Test
    void keeps_only_the_number_of_a_payment_behind_a_page_that_was_paid() {
        CallbackResult unpaid = page().callback(onPage, notified(message(true, "gcResultPayment", "4900")));
        assertThat(unpaid).isEqualTo(new CallbackResult.Hint(true, true, Optional.of("creditcard"), Optional.empty()));
        CallbackResult unknown = page().callback(onPage, notified(message(true, "gcResultPayment", "4500")));
        assertThat(unknown)
                .isEqualTo(new CallbackResult.Hint(true, false, Optional.of("creditcard"), Optional.empty()));
    }

    @Test
    void believes_no_border_between_values() {
        Map<String, String> genuine = message(true);
        Map<String, String> project = new HashMap<>(genuine);
        project.put("gcProjectId", "12347");
        project.put("gcReference", TX.substring(1));
        assertThat(page().callback(onPage, notified(project)))
                .isEqualTo(new CallbackResult.Hint(true, true, Optional.of("creditcard"), Optional.empty()));

        Map<String, String> amount = new HashMap<>(genuine);
        amount.put("gcBackendTxId", "884.13");
        amount.put("gcAmount", "070");
        assertThat(page().callback(onPage, notified(amount)))
                .isEqualTo(new CallbackResult.Refused("payment.callback.mismatch"));
    }

    @Test
    void refuses_what_is_forged_or_about_something_else() {
        CallbackResult forged = new CallbackResult.Refused("payment.callback.signature");
        CallbackResult other = new CallbackResult.Refused("payment.callback.mismatch");
        Map<String, String> changed = message(false);
        changed.put("gcResultPayment", "4502");

        assertThat(card().callback(opened, notified(changed))).isEqualTo(forged);
        assertThat(card().callback(opened, notified(message(true)))).isEqualTo(forged);
        assertThat(page().callback(onPage, notified(message(false)))).isEqualTo(forged);
        assertThat(card().callback(opened, notified(Map.of()))).isEqualTo(forged);
        assertThat(card().callback(opened, new Callback(Callback.Channel.RETURN, Map.of("gcResultPayment", "4000"))))
                .isEqualTo(forged);
        assertThat(card().callback(opened, notified(message(false, "gcBackendTxId", "884\n"))))
                .isEqualTo(forged);
        assertThat(card().callback(opened, notified(message(false, "gcMerchantTxId", "other"))))
                .isEqualTo(other);
        assertThat(card().callback(opened, notified(message(false, "gcReference", PAGE))))
                .isEqualTo(other);
        assertThat(card().callback(opened, notified(message(false, "gcReference", ""))))
                .isEqualTo(other);
        assertThat(card().callback(opened, notified(message(false, "gcCurrency", "USD"))))
                .isEqualTo(other);
        assertThat(card().callback(opened, notified(message(false, "gcAmount", "3071"))))
                .isEqualTo(other);
    }

    @Test
    void takes_a_way_back_that_tells_nothing() {
        assertThat(page().callback(onPage, new Callback(Callback.Channel.RETURN, Map.of("lang", "de"))))
                .isEqualTo(CallbackResult.Hint.unverified());
    }

    // money back

    private static RefundResult refund(GiroCheckout connector, PaymentAttempt attempt) {
        return connector.refund(
                new RefundRequest(attempt, new RefundId(new UUID(5, 6)), Money.cents(1000), "Gebühr | entfällt"));
    }

    private void refunds(String result) {
        answer = "{\"rc\":0,\"reference\":\"r-1\",\"referenceParent\":\"" + TX + "\",\"merchantTxId\":\""
                + new RefundId(new UUID(5, 6)).reference()
                + "\",\"amount\":\"1000\",\"currency\":\"EUR\",\"resultPayment\":\""
                + result + "\"}";
    }

    @Test
    void sends_money_back_under_the_number_of_the_refund() {
        refunds("4000");
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Done("r-1"));
        assertThat(path).isEqualTo("/girocheckout/api/v2/transaction/refund");
        assertThat(form().keySet())
                .containsExactly(
                        "merchantId",
                        "projectId",
                        "merchantTxId",
                        "amount",
                        "currency",
                        "purpose",
                        "reference",
                        "hash");
        assertThat(form())
                .containsEntry("merchantTxId", new RefundId(new UUID(5, 6)).reference())
                .containsEntry("purpose", "Gebuehr entfaellt")
                .containsEntry("reference", TX);

        assertThat(refund(page(), attempt(Optional.of(PAGE), Optional.of(TX)))).isEqualTo(new RefundResult.Done("r-1"));
        assertThat(form()).containsEntry("reference", PAGE).containsEntry("txreference", TX);
        assertThat(refund(page(), fresh)).isEqualTo(new RefundResult.Rejected("payment.girocheckout.reference"));
    }

    @ParameterizedTest
    @CsvSource({"4900, true", "4502, true", "4500, false", "4154, false", "4503, false", "7777, false"})
    void tells_a_refund_that_failed_from_one_that_is_unclear(String code, boolean failed) {
        refunds(code);
        String name = "payment.girocheckout." + code;

        assertThat(refund(card(), opened))
                .isEqualTo(failed ? new RefundResult.Rejected(name) : new RefundResult.Unknown(name));
    }

    @Test
    void never_takes_an_unsure_answer_for_a_refund_or_a_refusal() {
        refunds("4000");
        answer = answer.replace("1000", "100");
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Unknown("payment.girocheckout.mismatch"));
        answer = "{\"rc\":0}";
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Unknown("payment.girocheckout.answer"));
        answer = "{\"rc\":5100}";
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Unknown("payment.girocheckout.5100"));
        answer = "{\"rc\":5030}";
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Rejected("payment.girocheckout.5030"));
        hash = Optional.of("0");
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Unknown("payment.girocheckout.signature"));
        signing = false;
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Unknown("payment.girocheckout.signature"));
        answer = "{\"rc\":5000}";
        assertThat(refund(card(), opened)).isEqualTo(new RefundResult.Rejected("payment.girocheckout.5000"));
    }

    // set-up

    @Test
    void refuses_a_set_up_that_cannot_be_right() {
        char[] password = PASSWORD.toCharArray();
        for (GiroCheckout.Builder wrong : List.of(
                GiroCheckout.with("x", "1234", password),
                GiroCheckout.with("1234567", "", password),
                GiroCheckout.with("1234567", "1234", new char[0]),
                builder().base(URI.create("/x")),
                builder().base(URI.create("https://x.example/?a=b")),
                builder().method("Credit Card"),
                builder().accounting(Map.of("haushaltsstelle", "1")),
                builder().accounting(Map.of("kassenzeichen", " ")),
                builder().parameter("amount", "1"),
                builder().parameter("unknown", "1"),
                builder().parameter("single", "1\n"),
                builder().method("creditcard").parameter("single", "1"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(wrong::build)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("payment.girocheckout.config"));
        }
    }

    @Test
    void shows_no_secret() {
        assertThat(page().toString()).contains("1234567/1234").doesNotContain(PASSWORD);
        assertThat(page().profile().toString()).doesNotContain(PASSWORD);
    }
}
