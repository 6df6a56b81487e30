// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.CallbackFields;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connector against a Konnektor that answers whatever the test says. */
class EpayBlTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SECRET = "test-notify-secret";
    private static final String KASSENZEICHEN = "4200000000061";
    private static final String PAGE = "https://epay.example.org/paypage/start?id=abc";
    private static final URI RETURN = URI.create("https://portal.example.org/payment/return/7Qb3");
    private static final String ACCOUNT =
            "/konnektor/epayment/fachverfahren/v1_0/mandanten/B000004/bewirtschafter/BW100001";

    private record Received(String method, String path, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getRawPath();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    path,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] body = answers.getOrDefault(path.substring(path.lastIndexOf('/') + 1), answer)
                    .getBytes(StandardCharsets.UTF_8);
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

    private EpayBl.Builder builder() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/konnektor/");
        return EpayBl.with(base, "B000004", "BW100001", SECRET.toCharArray())
                .withoutClientKey()
                .methods("KREDITKARTE", "PAYPAL")
                .pageHosts("epay.example.org")
                .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
                .timeout(Duration.ofSeconds(10))
                .http(HttpGateway.to("ePayBL").retries(0).maxBytes(65_536));
    }

    private static PaymentAttempt attempt(Optional<String> kassenzeichen, Position... positions) {
        List<Position> all =
                positions.length == 0 ? List.of(Position.of("Bewohnerparken", Money.cents(3070))) : List.of(positions);
        return new PaymentAttempt(
                new AttemptId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")),
                new CaseId(new UUID(1, 2)),
                all.stream().map(Position::amount).reduce(Money.ZERO, Money::plus),
                "Bewohnerparkausweis",
                all,
                Instant.parse("2026-03-02T08:15:30.123456Z"),
                Optional.of("0XJZ0G1SAZQP8F3PYX0OQ8WE6"),
                kassenzeichen,
                Optional.empty());
    }

    private static PaymentAttempt attempt() {
        return attempt(Optional.of(KASSENZEICHEN));
    }

    private Initiation initiate(PaymentAttempt attempt) {
        return initiate(builder().build(), attempt);
    }

    private static Initiation initiate(EpayBl connector, PaymentAttempt attempt) {
        return connector.initiate(
                new InitiationRequest(attempt, RETURN, URI.create("https://portal.example.org/payment/notify/7Qb3")));
    }

    private ProviderState query() {
        return builder().build().query(attempt());
    }

    private CallbackResult notified(PaymentAttempt attempt, Map<String, String> fields) {
        return builder().build().callback(attempt, new Callback(Channel.NOTIFY, fields));
    }

    private void opens(String more) {
        answer = json("{'ergebnis': {'rc': '+0000'}, 'zahlvorgangsInfo': {'rechnungUrls': {'PAYPAGE': '" + PAGE + "'}}"
                + more + "}");
    }

    private void stands(String more) {
        answer = json("{'ergebnis': {'rc': '+0000'}, 'kassenzeichen': {'zusatzdaten': {" + more + "}}}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("ozgkit.specs", ""))
                .resolve("payment/epaybl/samples-konnektor")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the collected samples are not beside this checkout");
        return Files.readString(file);
    }

    /** With the worked example of the payment notes, chapter 2. */
    private static Map<String, String> genuine() {
        Map<String, String> fields = new HashMap<>();
        fields.put("mandant", "B000004");
        fields.put("bewirtschafter", "BW100001");
        fields.put("zvgid", "0000-1123-2256-3378-4401");
        fields.put("kassenzeichen", KASSENZEICHEN);
        fields.put("tan", "TAN123");
        fields.put("zvp", "GIROCHECKOUT");
        fields.put("zahlverfahren", "KREDITKARTE");
        fields.put("aktivierung", "true");
        fields.put("status", "success");
        fields.put("hash", "b2e50511d977ab14aaa43cafdcaccfe937624760c91b0065f7a14a3adf4a6c0c");
        return fields;
    }

    // start

    @Test
    void sends_a_claim_with_the_names_of_the_sample() throws IOException {
        JsonNode expected = JSON.readTree(sample("post-buchungslisten-request.json"));
        answer = sample("post-buchungslisten-response.json");

        Initiation opened = initiate(attempt(Optional.empty()));

        JsonNode sent = JSON.readTree(received.get(0).body());
        assertThat(names(sent)).isEqualTo(names(expected));
        for (String same : List.of(
                "faelligkeitsdatum", "waehrungskennzeichen", "kennzeichenMahnverfahren", "zahlverfahrencodes")) {
            assertThat(sent.path(same)).as(same).isEqualTo(expected.path(same));
        }
        assertThat(received.get(0).path()).isEqualTo(ACCOUNT + "/buchungslisten");
        assertThat(sent.path("buchungen").get(0).path("kontierung"))
                .isEqualTo(expected.path("buchungen").get(0).path("kontierung"));
        assertThat(sent.path("betrag").decimalValue()).isEqualTo(new BigDecimal("30.70"));
        assertThat(opened)
                .isEqualTo(Initiation.Redirect.to(
                        URI.create(PAGE), sent.path("transaktionsnummer").asString()));
    }

    /** The paths of all members. */
    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.properties().forEach(property -> {
            names.add(property.getKey());
            names(property.getValue()).forEach(name -> names.add(property.getKey() + "." + name));
        });
        node.valueStream().filter(child -> node.isArray()).forEach(child -> names.addAll(names(child)));
        return names;
    }

    @Test
    void gives_the_same_attempt_the_same_number_of_25_characters() {
        opens("");
        initiate(attempt());
        initiate(attempt());

        assertThat(received)
                .extracting(call ->
                        JSON.readTree(call.body()).path("transaktionsnummer").asString())
                .allMatch(number -> number.matches("[0-9A-Z]{25}"))
                .containsExactly(
                        JSON.readTree(received.get(0).body())
                                .path("kunde")
                                .path("kundennummer")
                                .asString(),
                        JSON.readTree(received.get(1).body())
                                .path("kunde")
                                .path("kundennummer")
                                .asString());
    }

    @Test
    void books_each_position_by_its_own_fields_and_then_by_the_accounts() {
        opens("");
        initiate(attempt(
                Optional.empty(),
                Position.of("Straße „Größe M“ in der Beispielgasse", Money.cents(1880)),
                Position.of("Schlüssel", Money.cents(1190))
                        .taxed(BigDecimal.valueOf(19))
                        .booked(Map.of("haushaltstelle", "2200", "href", "STS=19", "buchungstext", "Schlüssel 7"))));

        JsonNode lines = JSON.readTree(received.get(0).body()).path("buchungen");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("buchungstext").asString()).isEqualTo("STRAßE GRÖßE M IN DER");
        assertThat(lines.get(0).path("kontierung").toString())
                .isEqualTo(json("{'haushaltstelle':'1100260000','objektnummer':'4711'}"));
        assertThat(lines.get(1).path("buchungstext").asString()).isEqualTo("SCHLÜSSEL 7");
        assertThat(lines.get(1).path("kontierung").toString())
                .isEqualTo(json("{'haushaltstelle':'2200','href':'STS=19','objektnummer':'4711'}"));
        assertThat(lines.get(1).path("nettobetrag").decimalValue()).isEqualTo(new BigDecimal("10.00"));
        assertThat(lines.get(1).path("steuerbetrag").decimalValue()).isEqualTo(new BigDecimal("1.90"));
    }

    @Test
    void books_a_payment_in_one_line_by_what_its_positions_agree_on() {
        opens("");
        EpayBl connector = builder().oneBookingPerPayment().build();
        initiate(
                connector,
                attempt(
                        Optional.empty(),
                        Position.of("Marke", Money.cents(1880)).booked(Map.of("href", "a")),
                        Position.of("Schlüssel", Money.cents(1190)).taxed(BigDecimal.valueOf(19))));

        JsonNode lines = JSON.readTree(received.get(0).body()).path("buchungen");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("bruttobetrag").decimalValue()).isEqualTo(new BigDecimal("30.70"));
        assertThat(lines.get(0).path("nettobetrag").decimalValue()).isEqualTo(new BigDecimal("28.80"));
        assertThat(lines.get(0).path("kontierung").toString())
                .isEqualTo(json("{'haushaltstelle':'1100260000','objektnummer':'4711'}"));
        assertThat(connector.profile().capabilities()).doesNotContain(Capability.LINE_ITEMS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", 'kassenzeichen': '4200000000061'",
                ", 'kassenzeichennummer': '4200000000061'",
                ", 'buchungsliste': {'kassenzeichennummer': '4200000000061'}"
            })
    void learns_the_kassenzeichen_from_the_answer_if_it_is_there(String more) {
        opens(more);

        assertThat(initiate(attempt(Optional.empty())))
                .extracting(opened -> ((Initiation.Redirect) opened).paymentReference())
                .isEqualTo(Optional.of(KASSENZEICHEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'../../status'", "'4200?x=1'", "'4200 0000'", "''", "4200000000061", "{}", "null"})
    void learns_no_kassenzeichen_that_is_none(String value) {
        opens(", 'kassenzeichen': " + value);

        assertThat(initiate(attempt(Optional.empty())))
                .extracting(opened -> ((Initiation.Redirect) opened).paymentReference())
                .isEqualTo(Optional.empty());
    }

    @Test
    void takes_the_code_of_a_refusal() throws IOException {
        answer = sample("post-buchungslisten-error.json");

        assertThat(initiate(attempt())).isEqualTo(new Initiation.Rejected("payment.epaybl.0611"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, -9999, Unknown[code=payment.epaybl.9999]",
        "200, -0531, Rejected[code=payment.epaybl.0531]",
        "200, -4321, Rejected[code=payment.epaybl.4321]",
        "200, +0000, Unknown[code=payment.epaybl.answer]",
        "200, nonsense, Unknown[code=payment.epaybl.answer]",
        "400, -0506, Rejected[code=payment.epaybl.0506]",
        "400, nonsense, Rejected[code=payment.epaybl.refused]",
        "401, nonsense, Rejected[code=payment.epaybl.forbidden]",
        "403, nonsense, Rejected[code=payment.epaybl.forbidden]",
        "404, nonsense, Rejected[code=payment.epaybl.refused]",
        "429, nonsense, Unknown[code=payment.epaybl.answer]",
        "302, nonsense, Unknown[code=payment.epaybl.answer]",
        "500, -0506, Unknown[code=payment.epaybl.0506]",
        "503, nonsense, Unknown[code=payment.epaybl.answer]"
    })
    void tells_a_refusal_from_a_failure(int code, String rc, String expected) {
        status = code;
        answer = json("{'ergebnis': {'rc': '" + rc + "'}}");

        assertThat(initiate(attempt())).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://epay.example.org/x",
                "https://epay.example.org.evil.example/x",
                "https://user@epay.example.org/",
                "javascript:alert(1)",
                "//epay.example.org/x"
            })
    void sends_nobody_to_a_page_elsewhere(String page) {
        answer = json(
                "{'ergebnis': {'rc': '+0000'}, 'zahlvorgangsInfo': {'rechnungUrls': {'PAYPAGE': '" + page + "'}}}");

        assertThat(initiate(attempt())).isEqualTo(new Initiation.Rejected("payment.page.refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"ergebnis\": 7}", "{\"ergebnis\": {\"rc\": 0}}", "<html>", "\u0000"})
    void makes_nothing_of_nonsense(String nonsense) {
        answer = nonsense;

        assertThat(initiate(attempt())).isEqualTo(new Initiation.Unknown("payment.epaybl.answer"));
        assertThat(query()).isEqualTo(new ProviderState.NoAnswer("payment.epaybl.answer"));
        assertThat(builder().build().check().well()).isFalse();
    }

    @Test
    void notes_the_claim_that_may_stand_unpaid_for_the_cash_office() {
        Logger logger = (Logger) LoggerFactory.getLogger("de.ozgkit.payment.internal.epaybl");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        try {
            status = 500;
            initiate(attempt());
        } finally {
            logger.setLevel(before);
            logger.detachAppender(log);
        }

        String number =
                JSON.readTree(received.get(0).body()).path("transaktionsnummer").asString();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("payment.epaybl.claim " + number);
    }

    // state

    @Test
    void reads_the_samples_of_an_open_and_a_paid_claim() throws IOException {
        answer = sample("get-kassenzeichen-offen.json");
        assertThat(query()).isEqualTo(ProviderState.Reported.of(PaymentState.PENDING));
        answer = sample("get-kassenzeichen-bezahlt.json");
        assertThat(query())
                .isEqualTo(new ProviderState.Reported(
                        PaymentState.PAID,
                        Optional.of("kreditkarte"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(received).extracting(Received::path).containsOnly(ACCOUNT + "/kassenzeichen/" + KASSENZEICHEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'paypagestatus': 'AKTIV' | PENDING",
                "'paypagestatus': 'XYZ', 'bezahlverfahren': 'PAYPAL' | PENDING",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': null | unclear payment.epaybl.inactive",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': '' | unclear payment.epaybl.inactive",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL' | PAID",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'saldo': 0 | PAID",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'saldo': 0.70 | unclear payment.epaybl.balance",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'saldo': -1 | unclear payment.epaybl.balance",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'saldo': 30.705 | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'saldo': 1e99 | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'saldo': '30.70' | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'transaktionsnummer': 'X' | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'kundennummer': 'X' | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'betrag': 0.70 | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'PAYPAL', 'waehrungskennzeichen': 'USD' | unclear payment.epaybl.mismatch",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'UEBERWEISUNGVOR', 'saldo': 30.70 | AWAITING_TRANSFER",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'UEBERWEISUNGVOR' | AWAITING_TRANSFER",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'UEBERWEISUNGNACH', 'saldo': 10.00 | PARTLY_PAID 20.70",
                "'paypagestatus': 'INAKTIV', 'bezahlverfahren': 'UEBERWEISUNGVOR', 'saldo': 0 | unclear payment.epaybl.balance"
            })
    void knows_a_paid_claim_from_one_that_a_person_has_to_look_at(String more, String expected) {
        stands(more.strip());

        assertThat(told(query())).isEqualTo(expected.strip());
    }

    private static String told(ProviderState state) {
        if (state instanceof ProviderState.Reported reported) {
            return reported.state()
                    + reported.amount().map(amount -> " " + amount.euros()).orElse("");
        }
        return state instanceof ProviderState.Unclear unclear ? "unclear " + unclear.code() : state.toString();
    }

    @Test
    void asks_nothing_before_it_has_a_kassenzeichen() {
        assertThat(builder().build().query(attempt(Optional.empty())))
                .isEqualTo(ProviderState.Reported.of(PaymentState.PENDING));
        assertThat(received).isEmpty();
    }

    @Test
    void learns_nothing_from_a_complaint() {
        answer = json("{'ergebnis': {'rc': '-0012'}}");
        assertThat(query()).isEqualTo(new ProviderState.NoAnswer("payment.epaybl.0012"));
        status = 404;
        assertThat(query()).isEqualTo(new ProviderState.NotFound());
    }

    // notifications

    @Test
    void believes_the_sample_of_a_notification_in_every_form() throws IOException {
        String sample = sample("notification-success.json");
        String form = genuine().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .reduce("", (all, next) -> all + "&" + next);
        for (String body : List.of(sample, "{\"data\": " + sample + "}", form.substring(1))) {
            Map<String, String> fields =
                    CallbackFields.read(null, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), null);

            assertThat(notified(attempt(Optional.empty()), fields))
                    .isEqualTo(new CallbackResult.Hint(
                            true, true, Optional.of("KREDITKARTE"), Optional.of(KASSENZEICHEN)));
        }
    }

    @Test
    void holds_the_published_vector_of_the_hash() throws IOException {
        JsonNode vector = JSON.readTree(sample("notification-hash-vector.json"));

        assertThat(vector.path("secret").asString()).isEqualTo(SECRET);
        assertThat(vector.path("hash").asString()).isEqualTo(genuine().get("hash"));
    }

    @Test
    void reads_the_hash_whatever_its_case() {
        Map<String, String> fields = genuine();
        fields.computeIfPresent("hash", (name, hash) -> hash.toUpperCase(Locale.ROOT));

        assertThat(notified(attempt(), fields)).isInstanceOf(CallbackResult.Hint.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kassenzeichen",
                "zvgid",
                "tan",
                "zvp",
                "zahlverfahren",
                "aktivierung",
                "status",
                "hash",
                "mandant"
            })
    void refuses_a_notification_with_anything_changed_or_missing(String name) {
        Map<String, String> changed = genuine();
        changed.put(name, "x");
        Map<String, String> missing = genuine();
        missing.remove(name);

        CallbackResult refused = new CallbackResult.Refused("payment.callback.signature");
        assertThat(notified(attempt(), changed)).isEqualTo(refused);
        assertThat(notified(attempt(), missing)).isEqualTo(refused);
    }

    @Test
    void refuses_a_shifted_border_of_fields_once_it_knows_the_kassenzeichen() {
        Map<String, String> shifted = genuine();
        shifted.put("zvgid", "0000-1123-2256-3378-440142");
        shifted.put("kassenzeichen", KASSENZEICHEN.substring(2));

        assertThat(notified(attempt(), shifted)).isEqualTo(new CallbackResult.Refused("payment.callback.mismatch"));
    }

    @Test
    void refuses_a_notification_for_another_account() {
        EpayBl other = EpayBl.with(URI.create("https://epay.example.org"), "B000004", "BW100002", SECRET.toCharArray())
                .withoutClientKey()
                .methods("PAYPAL")
                .build();

        assertThat(other.callback(attempt(), new Callback(Channel.NOTIFY, genuine())))
                .isEqualTo(new CallbackResult.Refused("payment.callback.mismatch"));
    }

    @Test
    void believes_nothing_that_a_browser_brings() {
        EpayBl connector = builder().build();

        assertThat(connector.callback(attempt(), new Callback(Channel.RETURN, genuine())))
                .isEqualTo(CallbackResult.Hint.unverified());
        assertThat(connector.callback(attempt(), new Callback(Channel.RETURN, Map.of("ergebnis", "erfolg"))))
                .isEqualTo(new CallbackResult.Hint(false, true, Optional.empty(), Optional.empty()));
    }

    // health and set-up

    @Test
    void says_whether_the_ways_to_pay_are_offered() throws IOException {
        answers.put("status", json("{'ergebnis': {'rc': '+0000'}}"));
        answers.put("zahlverfahren", sample("get-zahlverfahren.json"));

        assertThat(builder().build().check().code()).isEqualTo("payment.epaybl.methods");
        assertThat(builder().methods("KREDITKARTE").build().check().well()).isTrue();
    }

    @Test
    void says_what_epaybl_complains_about() {
        answer = json("{'ergebnis': {'rc': '-0021'}}");
        assertThat(builder().build().check().code()).isEqualTo("payment.epaybl.0021");
        status = 403;
        answer = "";
        assertThat(builder().build().check().code()).isEqualTo("payment.epaybl.forbidden");
    }

    @Test
    void is_not_set_up_wrongly() {
        URI base = URI.create("https://epay.example.org");
        for (EpayBl.Builder wrong : List.of(
                EpayBl.with(base, "B000004", "BW100001", new char[0])
                        .withoutClientKey()
                        .methods("PAYPAL"),
                EpayBl.with(base, "B/4", "BW100001", SECRET.toCharArray())
                        .withoutClientKey()
                        .methods("PAYPAL"),
                EpayBl.with(base, "B000004", "BW100001", SECRET.toCharArray()).methods("PAYPAL"),
                EpayBl.with(base, "B000004", "BW100001", SECRET.toCharArray()).withoutClientKey(),
                builder().timeout(Duration.ofSeconds(30)),
                builder().accounting(Map.of("href", " ")))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(wrong::build)
                    .matches(e -> e.code().equals("payment.epaybl.config"))
                    .matches(e -> !e.getMessage().contains(SECRET));
        }
    }
}
