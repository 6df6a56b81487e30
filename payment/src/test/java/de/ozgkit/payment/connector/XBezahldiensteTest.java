// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector against a payment service that answers whatever the test says. */
class XBezahldiensteTest {

    private static final String SECRET = "gehe&im=1 ä";
    private static final URI RETURN = URI.create("https://portal.example.org/payment/return/7Qb3");

    private record Answer(int status, String body) {}

    private record Received(String method, String path, String authorization, String contentType, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<Answer> tokens = new ConcurrentLinkedDeque<>();
    private final Deque<Answer> refusals = new ConcurrentLinkedDeque<>();
    private HttpServer server;
    private volatile Instant now = Instant.parse("2026-03-02T09:15:30Z");
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            String path = exchange.getRequestURI().getRawPath();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    path,
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("Content-Type")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer scripted = path.equals("/token") ? tokens.poll() : refusals.poll();
            Answer out = scripted == null ? new Answer(status, answer) : scripted;
            byte[] body = out.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(out.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(8, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private XBezahldienste.Builder builder() {
        return XBezahldienste.with(URI.create(base() + "/api/"), "bewohnerparken", "05562032")
                .timeout(Duration.ofSeconds(10))
                .http(HttpGateway.to("payment service").retries(0).maxBytes(65_536));
    }

    private XBezahldienste connector() {
        return builder().basic("portal", SECRET.toCharArray()).build();
    }

    private XBezahldienste withTokens() {
        return builder()
                .oauth2(URI.create(base() + "/token"), "portal", SECRET.toCharArray())
                .clock(new TestTime())
                .build();
    }

    private final class TestTime extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static PaymentAttempt attempt(Optional<String> providerReference, String purpose, Position... positions) {
        List<Position> all =
                positions.length == 0 ? List.of(Position.of("Ausweis", Money.cents(3070))) : List.of(positions);
        return new PaymentAttempt(
                new AttemptId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")),
                new CaseId(new UUID(1, 2)),
                all.stream().map(Position::amount).reduce(Money.ZERO, Money::plus),
                purpose,
                all,
                Instant.parse("2026-03-02T09:15:30.123456Z"),
                providerReference,
                Optional.empty(),
                Optional.empty());
    }

    private static PaymentAttempt attempt() {
        return attempt(Optional.of("TX-000123"), "Bewohnerparken 2026-0815");
    }

    private Initiation initiate(XBezahldienste connector, PaymentAttempt attempt) {
        return connector.initiate(new InitiationRequest(attempt, RETURN, URI.create("https://portal.example.org/n")));
    }

    private Initiation initiate() {
        return initiate(connector(), attempt());
    }

    private void transaction(String information, String request) {
        answer = "{\"paymentInformation\": {" + information.replace('\'', '"') + "}, \"paymentRequest\": {"
                + request.replace('\'', '"') + "}}";
    }

    private void opens(String page) {
        transaction("'transactionId': 'TX-000123', 'status': 'INITIAL', 'transactionRedirectUrl': '" + page + "'", "");
    }

    private void paid(String request) {
        transaction("'transactionId': 'TX-000123', 'status': 'PAYED'", request);
    }

    private void problem(int code, String functionalCode) {
        status = code;
        answer =
                "{\"type\": \"about:blank\", \"status\": " + code + ", \"functionalCode\": \"" + functionalCode + "\"}";
    }

    private Received last() {
        return received.get(received.size() - 1);
    }

    private static String sample(String name) throws IOException {
        String specs = System.getProperty("ozgkit.specs", "");
        Path file = Path.of(specs, "payment", "xbezahldienste", "samples", name);
        Assumptions.assumeTrue(!specs.isEmpty() && Files.exists(file), "set -Dozgkit.specs to the folder of the specs");
        return Files.readString(file);
    }

    // start

    @Test
    void writes_amounts_taxes_and_booking_data_exactly() {
        opens(base() + "/paypage/1");
        XBezahldienste connector = builder()
                .basic("portal", SECRET.toCharArray())
                .accounting(Map.of("haushaltsstelle", "1100.2600", "objektnummer", "4711"))
                .build();
        PaymentAttempt attempt = attempt(
                Optional.empty(),
                "Bewohnerparken Größe/XL",
                Position.of("Ausweis (1 Jahr)", Money.cents(3070)),
                Position.of("Plakette", Money.cents(1190))
                        .taxed(BigDecimal.valueOf(19))
                        .booked(Map.of("objektnummer", "4712")));

        assertThat(initiate(connector, attempt))
                .isEqualTo(Initiation.Redirect.to(URI.create(base() + "/paypage/1"), "TX-000123"));
        assertThat(last().path()).isEqualTo("/api/paymenttransaction/bewohnerparken/05562032");
        assertThat(last().contentType()).isEqualTo("application/json");
        assertThat(last().body())
                .isEqualTo("{\"requestId\":\"0f8fad5bd9cb469fa16570867728950e\","
                        + "\"requestTimestamp\":\"2026-03-02T09:15:30.123Z\",\"currency\":\"EUR\",\"grosAmount\":42.60,"
                        + "\"purpose\":\"Bewohnerparken Groesse XL\",\"description\":\"Bewohnerparken Größe-XL\","
                        + "\"redirectUrl\":\"https://portal.example.org/payment/return/7Qb3\",\"items\":["
                        + "{\"id\":\"pos-1\",\"reference\":\"00000000-0000-0001-0000-000000000002\","
                        + "\"description\":\"Ausweis, 1 Jahr\",\"taxRate\":0.00,\"quantity\":1,"
                        + "\"singleNetAmount\":30.70,\"singleTaxAmount\":0.00,\"totalNetAmount\":30.70,"
                        + "\"totalTaxAmount\":0.00,"
                        + "\"bookingData\":{\"haushaltsstelle\":\"1100.2600\",\"objektnummer\":\"4711\"}},"
                        + "{\"id\":\"pos-2\",\"reference\":\"00000000-0000-0001-0000-000000000002\","
                        + "\"description\":\"Plakette\",\"taxRate\":19.00,\"quantity\":1,"
                        + "\"singleNetAmount\":10.00,\"singleTaxAmount\":1.90,\"totalNetAmount\":10.00,"
                        + "\"totalTaxAmount\":1.90,"
                        + "\"bookingData\":{\"haushaltsstelle\":\"1100.2600\",\"objektnummer\":\"4712\"}}]}");
    }

    @Test
    void sends_no_member_without_a_value_and_no_payer() {
        opens(base() + "/paypage/1");
        initiate(connector(), attempt(Optional.empty(), "###"));

        assertThat(last().body())
                .contains("\"purpose\":\"Gebuehr\"")
                .doesNotContain("null", "requestor", "bookingData", "{}", "\"\"");
    }

    @Test
    void sends_the_same_when_a_start_is_repeated() {
        opens(base() + "/paypage/1");
        XBezahldienste connector = connector();
        initiate(connector, attempt());
        initiate(connector, attempt());

        assertThat(received).hasSize(2);
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body());
        assertThat(connector.profile().capabilities())
                .containsExactlyInAnyOrder(Capability.QUERY, Capability.REPEATABLE_START, Capability.LINE_ITEMS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ölkännchen ÄÖÜß",
                "Gebühr: 12,50 € (für § 5) / Jahr; \"Muster\" & Söhne – „neu“",
                "Ştefan Ț. Łódź \u00e9 e\u0301 \u1e9e",
                "Привет 漢字 \ud83d\udc36",
                "x\u0000y\nz\tw",
                "istanbul İI ıi"
            })
    void cleans_the_words_for_the_standard(String words) {
        opens(base() + "/paypage/1");
        initiate(connector(), attempt(Optional.empty(), words, Position.of(words, Money.cents(100))));

        String body = last().body();
        assertThat(field(body, "purpose")).matches("[A-Za-z0-9 -]{1,27}");
        assertThat(body.contains("\"description\":\"") ? field(body, "description") : "x")
                .matches("[\\w\\d\\s,.\\u00C0-\\u017F-]{1,250}");
        assertThat(body).doesNotContain("\\u");
    }

    @Test
    void cuts_words_after_cleaning_them() {
        opens(base() + "/paypage/1");
        initiate(
                connector(),
                attempt(Optional.empty(), "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄ neu", Position.of("€".repeat(250), Money.cents(100))));

        assertThat(field(last().body(), "purpose")).isEqualTo("AeAeAeAeAeAeAeAeAeAeAeAeAeA");
        assertThat(last().body()).contains("\"" + "EUR".repeat(83) + "E\"");
    }

    private static String field(String body, String name) {
        String begin = "\"" + name + "\":\"";
        int from = body.indexOf(begin) + begin.length();
        return body.substring(from, body.indexOf('"', from));
    }

    @Test
    void reads_the_sample_of_a_created_payment() throws IOException {
        answer = sample("post-response-initial.json")
                .replace("0f8fad5b-d9cb-469f-a165-70867728950e", attempt().reference());
        XBezahldienste connector = builder()
                .basic("portal", SECRET.toCharArray())
                .pageHosts("bezahldienst.example.org")
                .build();

        assertThat(initiate(connector, attempt()))
                .isEqualTo(Initiation.Redirect.to(
                        URI.create("https://bezahldienst.example.org/paypage/TX-000123"), "TX-000123"));
        status = 201;
        assertThat(initiate(connector, attempt())).isInstanceOf(Initiation.Redirect.class);
    }

    @Test
    void keeps_a_kassenzeichen_that_is_told_at_once() {
        transaction(
                "'transactionId': 'T1', 'transactionReference': '4200000000061', 'status': 'INITIAL',"
                        + " 'transactionRedirectUrl': '" + base() + "/p'",
                "");

        assertThat(initiate())
                .isEqualTo(new Initiation.Redirect(URI.create(base() + "/p"), "T1", Optional.of("4200000000061")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, NO_VALID_ORIGINATOR_OR_ENDPOINT, endpoint",
        "400, NO_VALID_ORIGINATOR_OR_DESTINATION, endpoint",
        "404, NO_VALID_ORIGINATOR_OR_ENDPOINT, endpoint",
        "400, PAYMENT_EXISTS, exists",
        "409, PAYMENT_EXISTS, exists",
        "400, CALCULATION_ERROR, calculation",
        "400, BOOKING_DATA_MISSING, booking_data",
        "400, VALIDATION_ERROR, validation",
        "403, FORBIDDEN, forbidden",
        "401, '', forbidden",
        "403, '', forbidden",
        "400, SOMETHING_NEW, refused",
        "404, '', refused",
        "200, CALCULATION_ERROR, calculation"
    })
    void takes_a_clear_refusal_as_an_end(int code, String functionalCode, String reason) {
        problem(code, functionalCode);

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.xbezahldienste." + reason));
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNSPECIFIED, unspecified",
        "500, UNSPECIFIED, unspecified",
        "503, '', down",
        "503, CALCULATION_ERROR, calculation",
        "502, PAYMENT_EXISTS, exists",
        "429, '', down",
        "408, '', down",
        "302, '', answer",
        "200, '', answer"
    })
    void does_not_know_what_happened_after_any_other_failure(int code, String functionalCode, String reason) {
        problem(code, functionalCode);

        assertThat(initiate()).isEqualTo(new Initiation.Unknown("payment.xbezahldienste." + reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{",
                "[]",
                "null",
                "{\"paymentInformation\": null}",
                "{\"paymentInformation\": []}",
                "{\"paymentInformation\": {}}",
                "{\"paymentInformation\": {\"transactionId\": \"../x\", \"transactionRedirectUrl\": \"http://127.0.0.1/\"}}",
                "{\"paymentInformation\": {\"transactionId\": 5, \"transactionRedirectUrl\": \"http://127.0.0.1/\"}}",
                "{\"paymentInformation\": {\"transactionId\": \"T1\"}}"
            })
    void does_not_know_what_happened_after_an_unreadable_answer(String garbage) {
        answer = garbage;

        assertThat(initiate()).isEqualTo(new Initiation.Unknown("payment.xbezahldienste.answer"));
        assertThat(connector().query(attempt())).isInstanceOf(ProviderState.NoAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/p",
                "http://pay.example.org/",
                "javascript:alert(1)",
                "paypage",
                "https://127.0.0.1@evil.example/"
            })
    void sends_nobody_to_a_page_elsewhere(String page) {
        opens(page);

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.page.refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'requestId': 'other'",
                "'currency': 'CHF'",
                "'grosAmount': 30.71",
                "'grosAmount': '30.70'",
                "'grosAmount': 30.705",
                "'grosAmount': 1e999999999"
            })
    void refuses_an_answer_about_something_else(String request) {
        transaction(
                "'transactionId': 'T1', 'status': 'INITIAL', 'transactionRedirectUrl': '" + base() + "/p'", request);

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.xbezahldienste.mismatch"));
    }

    /** epay21 tells the page after the end, too. */
    @ParameterizedTest
    @ValueSource(strings = {"PAYED", "FAILED", "CANCELED"})
    void sends_nobody_to_the_page_of_a_payment_that_is_over(String over) {
        transaction(
                "'transactionId': 'T1', 'status': '" + over + "', 'transactionRedirectUrl': '" + base() + "/p'", "");

        assertThat(initiate()).isEqualTo(Initiation.Redirect.to(RETURN, "T1"));
    }

    @Test
    void does_not_send_sums_that_do_not_hold() {
        PaymentAttempt wrong = new PaymentAttempt(
                attempt().id(),
                attempt().caseId(),
                Money.cents(3071),
                "x",
                attempt().positions(),
                attempt().createdAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        PaymentAttempt tooMuch = attempt(Optional.empty(), "x", Position.of("Haus", Money.cents(99_999_999)));

        assertThat(initiate(connector(), wrong))
                .isEqualTo(new Initiation.Rejected("payment.xbezahldienste.calculation"));
        assertThat(initiate(connector(), tooMuch))
                .isEqualTo(new Initiation.Rejected("payment.xbezahldienste.calculation"));
        assertThat(received).isEmpty();
    }

    @Test
    void reads_no_endless_answer_and_survives_silence() {
        answer = "x".repeat(100_000);
        assertThat(initiate()).isEqualTo(new Initiation.Unknown("http.too_large"));
        assertThat(connector().query(attempt())).isEqualTo(new ProviderState.NoAnswer("http.too_large"));

        server.stop(0);
        assertThat(initiate()).isEqualTo(new Initiation.Unknown("http.connect"));
        assertThat(connector().query(attempt())).isEqualTo(new ProviderState.NoAnswer("http.connect"));
        assertThat(connector().check().code()).isEqualTo("http.connect");
    }

    // state

    @Test
    void reads_the_samples_of_all_states() throws IOException {
        assertThat(query("get-response-payed.json"))
                .isEqualTo(new ProviderState.Reported(
                        PaymentState.PAID,
                        Optional.of("creditcard"),
                        Optional.of(Money.cents(3070)),
                        Optional.of(Instant.parse("2026-03-02T09:18:02Z")),
                        Optional.of("4200000000061")));
        assertThat(last().path()).isEqualTo("/api/paymenttransaction/bewohnerparken/05562032/TX-000123");
        assertThat(query("get-response-failed.json")).isEqualTo(ProviderState.Reported.of(PaymentState.FAILED));
        assertThat(query("get-response-canceled.json")).isEqualTo(ProviderState.Reported.of(PaymentState.CANCELLED));
        assertThat(query("post-response-initial.json")).isEqualTo(ProviderState.Reported.of(PaymentState.PENDING));
    }

    private ProviderState query(String sample) throws IOException {
        answer = sample(sample)
                .replace("0f8fad5b-d9cb-469f-a165-70867728950e", attempt().reference());
        return connector().query(attempt());
    }

    @ParameterizedTest
    @CsvSource({"XYZ", "PAID", "payed", "AUTHORISED"})
    void takes_an_unknown_status_for_pending(String unknown) {
        transaction("'transactionId': 'TX-000123', 'status': '" + unknown + "'", "");

        assertThat(connector().query(attempt())).isEqualTo(ProviderState.Reported.of(PaymentState.PENDING));
    }

    @ParameterizedTest
    @CsvSource({"GIROPAY, giropay", "OTHER, other", "WERO, wero", "'Apple Pay €', other"})
    void keeps_a_method_that_is_newer_than_the_standard(String told, String method) {
        transaction("'status': 'PAYED', 'paymentMethod': '" + told + "'", "");

        assertThat(connector().query(attempt()))
                .isEqualTo(new ProviderState.Reported(
                        PaymentState.PAID, Optional.of(method), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void tells_the_core_another_amount() {
        paid("'grosAmount': 30");

        assertThat(connector().query(attempt()))
                .isInstanceOfSatisfying(ProviderState.Reported.class, reported -> assertThat(reported.amount())
                        .contains(Money.cents(3000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'requestId': 'other'", "'currency': 'CHF'", "'grosAmount': '30.70'", "'grosAmount': 30.705"})
    void asks_a_person_when_the_paid_payment_is_not_ours(String request) {
        paid(request);

        assertThat(connector().query(attempt()))
                .isEqualTo(new ProviderState.Unclear("payment.xbezahldienste.mismatch"));
    }

    @Test
    void learns_nothing_from_the_state_of_another_payment() {
        transaction("'transactionId': 'TX-000123', 'status': 'FAILED'", "'requestId': 'other'");
        assertThat(connector().query(attempt()))
                .isEqualTo(new ProviderState.NoAnswer("payment.xbezahldienste.mismatch"));

        transaction("'transactionId': 'TX-999', 'status': 'PAYED'", "");
        assertThat(connector().query(attempt())).isInstanceOf(ProviderState.Unclear.class);
    }

    @Test
    void asks_by_our_number_when_the_service_told_none() {
        status = 404;

        assertThat(connector().query(attempt(Optional.empty(), "x"))).isEqualTo(new ProviderState.NotFound());
        assertThat(last().path()).endsWith("/05562032/0f8fad5bd9cb469fa16570867728950e");
    }

    @ParameterizedTest
    @CsvSource({
        "404, NO_VALID_ORIGINATOR_OR_ENDPOINT, endpoint",
        "403, FORBIDDEN, forbidden",
        "401, '', forbidden",
        "500, '', down",
        "503, UNSPECIFIED, unspecified",
        "400, VALIDATION_ERROR, validation",
        "302, '', answer"
    })
    void learns_nothing_from_an_error(int code, String functionalCode, String reason) {
        problem(code, functionalCode);

        assertThat(connector().query(attempt()))
                .isEqualTo(new ProviderState.NoAnswer("payment.xbezahldienste." + reason));
    }

    // callbacks

    @Test
    void believes_nothing_that_comes_from_outside() {
        for (Map<String, String> fields : List.of(Map.<String, String>of(), Map.of("status", "PAYED"))) {
            assertThat(connector().callback(attempt(), new Callback(Callback.Channel.RETURN, fields)))
                    .isEqualTo(new CallbackResult.Hint(false, true, Optional.empty(), Optional.empty()));
            assertThat(connector().callback(attempt(), new Callback(Callback.Channel.NOTIFY, fields)))
                    .isEqualTo(CallbackResult.Hint.unverified());
        }
        assertThat(received).isEmpty();
    }

    // who we are

    private static Answer token(String value, long seconds) {
        return new Answer(200, "{\"access_token\": \"" + value + "\", \"expires_in\": " + seconds + "}");
    }

    @Test
    void logs_in_by_user_and_password() {
        connector().check();

        assertThat(last().authorization()).isEqualTo("Basic cG9ydGFsOmdlaGUmaW09MSDDpA==");
    }

    @Test
    void keeps_a_token_until_shortly_before_its_end() {
        tokens.add(token("first", 3600));
        tokens.add(token("second", 3600));
        XBezahldienste connector = withTokens();
        connector.check();
        now = now.plusSeconds(3500);
        connector.check();
        now = now.plusSeconds(80);
        connector.check();

        assertThat(received)
                .extracting(Received::path, Received::authorization)
                .containsExactly(
                        tuple("/token", "null"),
                        tuple("/api/status/bewohnerparken/05562032", "Bearer first"),
                        tuple("/api/status/bewohnerparken/05562032", "Bearer first"),
                        tuple("/token", "null"),
                        tuple("/api/status/bewohnerparken/05562032", "Bearer second"));
        assertThat(received.get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=portal&client_secret=gehe%26im%3D1+%C3%A4");
    }

    @Test
    void reads_the_sample_of_a_token() throws IOException {
        tokens.add(new Answer(200, sample("oauth-token-response.json")));
        withTokens().check();

        assertThat(last().authorization()).startsWith("Bearer eyJ");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void renews_a_refused_token_once(int code) {
        tokens.add(token("old", 3600));
        tokens.add(token("new", 3600));
        refusals.add(new Answer(code, ""));
        opens(base() + "/paypage/1");

        assertThat(initiate(withTokens(), attempt())).isInstanceOf(Initiation.Redirect.class);
        assertThat(last().authorization()).isEqualTo("Bearer new");
        assertThat(received).hasSize(4);
    }

    @Test
    void does_not_renew_a_token_for_ever() {
        tokens.addAll(List.of(token("a", 3600), token("b", 3600)));
        problem(403, "FORBIDDEN");

        assertThat(initiate(withTokens(), attempt()))
                .isEqualTo(new Initiation.Rejected("payment.xbezahldienste.forbidden"));
        assertThat(received).hasSize(4);
    }

    @Test
    void fetches_one_token_for_many_calls_at_once() throws Exception {
        tokens.add(token("one", 3600));
        XBezahldienste connector = withTokens();
        Deque<Thread> callers = new ArrayDeque<>();
        for (int i = 0; i < 12; i++) {
            callers.add(new Thread(connector::check));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(received.stream().filter(call -> call.path().equals("/token")))
                .hasSize(1);
        assertThat(received).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "401, {}, payment.xbezahldienste.token.refused, true",
        "400, {}, payment.xbezahldienste.token.refused, true",
        "500, {}, payment.xbezahldienste.token.down, false",
        "404, {}, payment.xbezahldienste.token.down, false",
        "200, {}, payment.xbezahldienste.token.answer, false",
        "200, '{\"access_token\": \"a b\"}', payment.xbezahldienste.token.answer, false",
        "200, '{\"access_token\": 5}', payment.xbezahldienste.token.answer, false",
        "200, <html>, payment.xbezahldienste.token.answer, false"
    })
    void tells_why_there_is_no_token(int code, String body, String reason, boolean refused) {
        status = code;
        answer = body;
        XBezahldienste connector = withTokens();

        assertThat(initiate(connector, attempt()))
                .isEqualTo(refused ? new Initiation.Rejected(reason) : new Initiation.Unknown(reason));
        assertThat(connector.query(attempt())).isEqualTo(new ProviderState.NoAnswer(reason));
        assertThat(connector.check().code()).isEqualTo(reason);
        assertThat(received).allSatisfy(call -> assertThat(call.path()).isEqualTo("/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "\"3600\"", "null", "1e400", "99999999999999999999"})
    void lives_with_any_lifetime_of_a_token(String lifetime) {
        tokens.add(new Answer(200, "{\"access_token\": \"t\", \"expires_in\": " + lifetime + "}"));

        assertThat(withTokens().check().code()).isNotEqualTo("payment.connector.broken");
        assertThat(last().authorization()).isEqualTo("Bearer t");
    }

    // health

    @ParameterizedTest
    @CsvSource({
        "200, '{\"status\": 200, \"title\": \"OK\"}', ok",
        "200, '', ok",
        "200, '{\"status\": 503}', payment.xbezahldienste.answer",
        "200, '{\"functionalCode\": \"NO_VALID_ORIGINATOR_OR_ENDPOINT\"}', payment.xbezahldienste.endpoint",
        "200, <html>, payment.xbezahldienste.answer",
        "403, '{\"functionalCode\": \"FORBIDDEN\"}', payment.xbezahldienste.forbidden",
        "404, '', payment.xbezahldienste.refused",
        "503, '', payment.xbezahldienste.down"
    })
    void looks_at_the_account(int code, String body, String result) {
        status = code;
        answer = body;
        Health health = connector().check();

        assertThat(health.code()).isEqualTo(result);
        assertThat(health.well()).isEqualTo(result.equals("ok"));
        assertThat(last().method() + last().path()).isEqualTo("GET/api/status/bewohnerparken/05562032");
    }

    // set-up

    @Test
    void refuses_a_set_up_that_cannot_be_right() {
        char[] secret = SECRET.toCharArray();
        URI base = URI.create("https://pay.example.org");
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> XBezahldienste.with(base, "a", "b").build(),
                () -> XBezahldienste.with(base, "a b", "b").basic("u", secret).build(),
                () -> XBezahldienste.with(base, "a", "").basic("u", secret).build(),
                () -> XBezahldienste.with(base, "a", "x".repeat(37))
                        .basic("u", secret)
                        .build(),
                () -> XBezahldienste.with(URI.create("/x"), "a", "b")
                        .basic("u", secret)
                        .build(),
                () -> XBezahldienste.with(base, "a", "b").basic("u:v", secret).build(),
                () -> XBezahldienste.with(base, "a", "b")
                        .basic("u", new char[0])
                        .build(),
                () -> XBezahldienste.with(base, "a", "b")
                        .oauth2(URI.create("/t"), "c", secret)
                        .build(),
                () -> XBezahldienste.with(base, "a", "b")
                        .oauth2(base, " ", secret)
                        .build(),
                () -> XBezahldienste.with(base, "a", "b")
                        .basic("u", secret)
                        .oauth2(base, "c", secret)
                        .build(),
                () -> XBezahldienste.with(base, "a", "b")
                        .basic("u", secret)
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                () -> XBezahldienste.with(base, "a", "b")
                        .basic("u", secret)
                        .accounting(Map.of("k", ""))
                        .build())) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(wrong)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("payment.xbezahldienste.config"));
        }
    }

    @Test
    void shows_the_account_and_no_secret() {
        for (XBezahldienste connector : List.of(connector(), withTokens())) {
            assertThat(connector.toString()).contains("bewohnerparken/05562032").doesNotContain(SECRET);
            assertThat(connector.profile().account()).isEqualTo("xbezahldienste/127.0.0.1/bewohnerparken/05562032");
        }
    }
}
