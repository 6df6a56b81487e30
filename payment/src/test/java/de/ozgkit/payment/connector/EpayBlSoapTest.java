// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.connector.EpayBlSoap.Profile;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The connector against an ePayBL that answers whatever the test says. */
class EpayBlSoapTest {

    private static final String KASSENZEICHEN = "4200000000061";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Pattern OPERATION = Pattern.compile("<ep:([A-Za-z]+)");
    private static final String WELL = "<ergebnis><istOk>true</istOk><code>0</code></ergebnis>";

    private record Received(String operation, String body, String action) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher name = OPERATION.matcher(body);
            String operation = name.find() ? name.group(1) : "";
            received.add(new Received(
                    operation, body, String.valueOf(exchange.getRequestHeaders().getFirst("SOAPAction"))));
            byte[] out = answers.getOrDefault(operation, answers.getOrDefault("", ""))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, out.length == 0 ? -1 : out.length);
            exchange.getResponseBody().write(out);
            exchange.close();
        });
        server.start();
        tells("", WELL);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private EpayBlSoap.Builder builder(Profile profile) {
        return EpayBlSoap.with(
                        profile,
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/soap"),
                        URI.create("https://epay.example.org/paypage/"),
                        "1610000000",
                        "42")
                .withoutClientKey()
                .accounting(
                        Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711", "buchungstext", "Bewparken"))
                .timeout(Duration.ofSeconds(10))
                .http(HttpGateway.to("ePayBL").retries(0).maxBytes(65_536));
    }

    private static PaymentAttempt attempt(Optional<String> kassenzeichen) {
        return new PaymentAttempt(
                new AttemptId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")),
                new CaseId(new UUID(1, 2)),
                Money.cents(3070),
                "Bewohnerparkausweis",
                List.of(Position.of("Bewohnerparken", Money.cents(3070))),
                Instant.parse("2026-03-02T09:15:30.123456Z"),
                Optional.empty(),
                kassenzeichen,
                Optional.empty());
    }

    private Initiation initiate() {
        return initiate(builder(Profile.V2).build());
    }

    private static Initiation initiate(EpayBlSoap connector) {
        return connector.initiate(new InitiationRequest(
                attempt(Optional.empty()),
                URI.create("https://portal.example.org/payment/return/7Qb3"),
                URI.create("https://portal.example.org/payment/notify/7Qb3")));
    }

    private ProviderState query() {
        return builder(Profile.V2).build().query(attempt(Optional.of(KASSENZEICHEN)));
    }

    /** The number of the attempt, as it was sent. */
    private String number() {
        initiate();
        Matcher number = Pattern.compile("<EShopKundenNr[^>]*>([^<]+)")
                .matcher(received.get(0).body());
        assertThat(number.find()).isTrue();
        received.clear();
        return number.group(1);
    }

    private void tells(String operation, String content) {
        answers.put(operation, envelope("<x:anyResponse xmlns:x=\"urn:x\"><any>" + content + "</any></x:anyResponse>"));
    }

    private static String envelope(String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    private static String complaint(String code) {
        return "<ergebnis><istOk>false</istOk><text><code>" + code + "</code></text></ergebnis>";
    }

    private void opens() {
        tells(
                "anlegenKassenzeichen",
                WELL + "<buchungsListe><betrag>30.70</betrag><kassenzeichen>" + KASSENZEICHEN
                        + "</kassenzeichen></buchungsListe>");
    }

    private static String sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("ozgkit.specs", ""))
                .resolve("payment/epaybl/samples-soap")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the collected samples are not beside this checkout");
        return Files.readString(file);
    }

    // messages

    @ParameterizedTest
    @ValueSource(strings = {"isAlive", "anlegenKunde", "anlegenKassenzeichen", "lesenKassenzeichenInfo"})
    void writes_messages_of_2_x_like_the_samples(String operation) throws IOException {
        Element expected = call(sample("v2-" + operation + "-request.xml"));
        opens();
        EpayBlSoap connector = builder(Profile.V2).build();
        connector.check();
        initiate(connector);
        connector.query(attempt(Optional.of(KASSENZEICHEN)));

        Element sent = call(received.stream()
                .filter(call -> call.operation().equals(operation))
                .findFirst()
                .orElseThrow()
                .body());
        assertThat(sent.getNamespaceURI()).isEqualTo(expected.getNamespaceURI());
        assertThat(names(sent)).isEqualTo(names(expected));
        assertThat(content(sent)).containsExactlyInAnyOrderElementsOf(content(expected));
        assertThat(received).extracting(Received::action).containsOnly("\"\"");
    }

    @Test
    void writes_claims_of_3_x_like_the_sample() throws IOException {
        Element expected = call(sample("v3-anlegenKassenzeichenMitZahlverfahrenlisteMitBLP-request.xml"));
        opens();
        initiate(builder(Profile.V3).build());

        Element sent = call(received.get(1).body());
        assertThat(names(sent))
                .containsExactly(
                        "mandantNr",
                        "eShopKundenNr",
                        "buchungsListe",
                        "lieferAdresse",
                        "buchungstext",
                        "zahlverfahren");
        assertThat(content(child(sent, "buchungsListe")))
                .containsExactlyElementsOf(content(child(expected, "buchungsListe")));
        assertThat(received.get(1).body()).doesNotContain("xsi:type").doesNotContain("encodingStyle");
        assertThat(child(sent, "lieferAdresse").getAttributeNS(XSI, "nil")).isEqualTo("true");
    }

    private static Element call(String message) {
        Element body =
                child(SafeXml.parse(message.getBytes(StandardCharsets.UTF_8)).getDocumentElement(), "Body");
        return children(body).get(0);
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The parameters in their order. */
    private static List<String> names(Element call) {
        return children(call).stream().map(Element::getLocalName).toList();
    }

    /** Everything with its path, type and text; of persons and numbers that are made up only that they are there. */
    private static List<String> content(Element parent) {
        List<String> all = new ArrayList<>();
        for (Element child : children(parent)) {
            String name = child.getLocalName();
            boolean made = Set.of("eShopKundenNr", "EShopKundenNr", "EShopTransaktionsNr", "vorname", "nachname")
                    .contains(name);
            String text = made || !children(child).isEmpty()
                    ? ""
                    : child.getTextContent().strip();
            all.add(name + " " + child.getAttributeNS(XSI, "type") + " " + text);
            content(child).forEach(inner -> all.add(name + "/" + inner));
        }
        return all;
    }

    // start

    @ParameterizedTest
    @EnumSource(Profile.class)
    void takes_the_steps_of_a_payment_and_builds_the_page_of_the_sample(Profile profile) throws IOException {
        opens();

        Initiation.Redirect opened =
                (Initiation.Redirect) initiate(builder(profile).build());

        assertThat(received)
                .extracting(Received::operation)
                .containsExactly("anlegenKunde", "anlegenKassenzeichen", "loeschenKunde");
        assertThat(opened.paymentReference()).contains(KASSENZEICHEN);
        assertThat(opened.providerReference()).matches("[0-9A-Z]{25}");
        Map<String, String> query = query(opened.page());
        assertThat(query.keySet())
                .isEqualTo(query(URI.create(sample("paypage-url-example.txt").strip()))
                        .keySet());
        assertThat(opened.page().toString())
                .startsWith("https://epay.example.org/paypage/login.do?mandant=1610000000&EShopKundenNr=");
        assertThat(query)
                .containsEntry("kassenzeichen", KASSENZEICHEN)
                .containsEntry("EShopKundenNr", opened.providerReference())
                .containsEntry("backlinkSuccess", "https://portal.example.org/payment/return/7Qb3?ergebnis=erfolg")
                .containsEntry("backlinkAbort", "https://portal.example.org/payment/return/7Qb3?ergebnis=abbruch");
        assertThat(opened.toString()).doesNotContain("7Qb3");
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String field : uri.getRawQuery().split("&")) {
            String[] parts = field.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Test
    void reads_the_samples_of_a_start() throws IOException {
        answers.put("anlegenKassenzeichen", sample("v2-anlegenKassenzeichen-response.xml"));
        assertThat(initiate())
                .extracting(opened -> ((Initiation.Redirect) opened).paymentReference())
                .isEqualTo(Optional.of(KASSENZEICHEN));
        answers.put("anlegenKassenzeichen", sample("v2-anlegenKassenzeichen-response-error-0506.xml"));
        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.epaybl.0506"));
        answers.put("anlegenKassenzeichen", sample("soapfault.xml"));
        assertThat(initiate()).isEqualTo(new Initiation.Unknown("payment.epaybl.fault"));
        answers.put("isAlive", sample("v2-isAlive-response.xml"));
        assertThat(builder(Profile.V2).build().check().well()).isTrue();
        answers.put("isAlive", sample("v3-aktiviereTempKassenzeichen-response.xml"));
        assertThat(builder(Profile.V3).build().check().well()).isTrue();
    }

    @Test
    void deletes_the_customer_after_a_refusal_too_and_does_not_mind_if_it_cannot() {
        tells("anlegenKassenzeichen", complaint("-0611"));
        tells("loeschenKunde", complaint("-0119"));

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.epaybl.0611"));
        assertThat(received).extracting(Received::operation).endsWith("loeschenKunde");
    }

    @Test
    void opens_no_claim_for_a_customer_that_was_refused() {
        tells("anlegenKunde", complaint("-0302"));

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.epaybl.0302"));
        assertThat(received).extracting(Received::operation).containsExactly("anlegenKunde");
    }

    @ParameterizedTest
    @CsvSource({"anlegenKassenzeichen, -0531", "anlegenKassenzeichen, -0520", "anlegenKunde, -0120"})
    void finds_the_claim_of_a_start_whose_answer_was_lost(String operation, String code) {
        tells(operation, complaint(code));
        tells(
                "lesenTransaktion",
                WELL + "<buchungsListe><betrag>30.70</betrag><kassenzeichen>" + KASSENZEICHEN
                        + "</kassenzeichen></buchungsListe>");

        assertThat(initiate())
                .extracting(opened -> ((Initiation.Redirect) opened).paymentReference())
                .isEqualTo(Optional.of(KASSENZEICHEN));
        assertThat(builder(Profile.V2).build().profile().capabilities()).contains(Capability.REPEATABLE_START);
    }

    @Test
    void gives_up_a_repeated_start_that_epaybl_does_not_find() {
        tells("anlegenKassenzeichen", complaint("-0531"));
        tells("lesenTransaktion", complaint("-0530"));

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.epaybl.0531"));
    }

    @Test
    void does_not_use_a_claim_with_another_amount() {
        tells(
                "anlegenKassenzeichen",
                WELL + "<buchungsListe><betrag>3.07</betrag><kassenzeichen>1</kassenzeichen></buchungsListe>");

        assertThat(initiate()).isEqualTo(new Initiation.Rejected("payment.epaybl.mismatch"));
    }

    @Test
    void sends_nobody_to_a_page_on_a_host_that_was_not_agreed() {
        opens();

        assertThat(initiate(builder(Profile.V2).pageHosts("pay.example.org").build()))
                .isEqualTo(new Initiation.Rejected("payment.page.refused"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, -9999, Unknown[code=payment.epaybl.9999]",
        "200, -4321, Rejected[code=payment.epaybl.4321]",
        "200, nonsense, Unknown[code=payment.epaybl.answer]",
        "500, -0506, Unknown[code=payment.epaybl.0506]"
    })
    void tells_a_refusal_from_a_failure(int code, String told, String expected) {
        status = code;
        tells("anlegenKunde", complaint(told));

        assertThat(initiate()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "401, Rejected[code=payment.epaybl.forbidden]",
        "404, Rejected[code=payment.epaybl.refused]",
        "503, Unknown[code=payment.epaybl.down]",
        "302, Unknown[code=payment.epaybl.answer]"
    })
    void reads_the_http_status_where_there_is_no_message(int code, String expected) {
        status = code;
        answers.put("", "<html>");

        assertThat(initiate()).hasToString(expected);
        assertThat(query()).isInstanceOf(ProviderState.NoAnswer.class);
        assertThat(builder(Profile.V2).build().check().well()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a/></s:Body></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a><b href='#b' id='b'/></a></s:Body></s:Envelope>"
            })
    void makes_nothing_of_nonsense(String nonsense) {
        answers.put("", nonsense);

        assertThat(initiate()).isEqualTo(new Initiation.Unknown("payment.epaybl.answer"));
        assertThat(query()).isEqualTo(new ProviderState.NoAnswer("payment.epaybl.answer"));
        assertThat(builder(Profile.V2).build().check().well()).isFalse();
    }

    @Test
    void reads_no_answer_with_a_document_type() {
        String answer = envelope("<r><return>" + WELL + "</return></r>");
        answers.put("isAlive", "<!DOCTYPE s:Envelope []>" + answer);
        assertThat(builder(Profile.V2).build().check().well()).isFalse();
        answers.put("isAlive", answer);
        assertThat(builder(Profile.V2).build().check().well()).isTrue();
    }

    // state

    @Test
    void reads_the_samples_of_an_open_and_a_paid_claim() throws IOException {
        String number = number();
        answers.put(
                "lesenKassenzeichenInfo",
                sample("v2-lesenKassenzeichenInfo-response-offen.xml").replace("BPA-2026-0815-1", number));
        assertThat(told(query())).isEqualTo("PENDING");
        answers.put(
                "lesenKassenzeichenInfo",
                sample("v2-lesenKassenzeichenInfo-response-bezahlt.xml").replace("BPA-2026-0815-1", number));
        assertThat(query())
                .isEqualTo(new ProviderState.Reported(
                        PaymentState.PAID,
                        Optional.of("kreditkarte"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(KASSENZEICHEN)));
        answers.put("lesenKassenzeichenInfo", sample("v2-lesenKassenzeichenInfo-response-bezahlt.xml"));
        assertThat(query()).isEqualTo(new ProviderState.Unclear("payment.epaybl.mismatch"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AKTIV    | -               | 30.70 | 0    | 0     | 30.70 | PENDING",
                "XYZ      | KREDITKARTE     | 30.70 | 0    | 0     | 30.70 | PENDING",
                "INAKTIV  | -               | 30.70 | 0    | 0     | 30.70 | unclear payment.epaybl.inactive",
                "INAKTIV  | KREDITKARTE     | 30.70 | 0    | 0     | 30.70 | PAID",
                "INAKTIV  | KREDITKARTE     | 30.70 | 0    | 30.70 | 0.00  | PAID",
                "INAKTIV  | KREDITKARTE     | 30.70 | -    | -     | -     | PAID",
                "INAKTIV  | KREDITKARTE     | -     | 0    | 0     | 30.70 | unclear payment.epaybl.mismatch",
                "INAKTIV  | KREDITKARTE     | 3.07  | 0    | 0     | 3.07  | unclear payment.epaybl.mismatch",
                "INAKTIV  | KREDITKARTE     | 30.70 | 3.00 | 0     | 27.70 | unclear payment.epaybl.cancelled",
                "INAKTIV  | KREDITKARTE     | 30,70 | 0    | 0     | 30.70 | unclear payment.epaybl.mismatch",
                "INAKTIV  | KREDITKARTE     | 1e99  | 0    | 0     | 30.70 | unclear payment.epaybl.mismatch",
                "INAKTIV  | UEBERWEISUNGVOR | 30.70 | 0    | 0     | 30.70 | AWAITING_TRANSFER",
                "AKTIV    | UEBERWEISUNGVOR | 30.70 | 0    | 10.00 | 20.70 | PARTLY_PAID 10.00",
                "INAKTIV  | UEBERWEISUNGVOR | 30.70 | 0    | 30.70 | 0.00  | PAID 30.70",
                "INAKTIV  | UEBERWEISUNGVOR | 30.70 | 0    | 31.70 | -1.00 | PAID 31.70",
                "INAKTIV  | UEBERWEISUNGVOR | 30.70 | 30.70| 0     | 0.00  | CANCELLED",
                "INAKTIV  | UEBERWEISUNGVOR | 30.70 | 0    | 0     | -     | unclear payment.epaybl.balance",
                "INAKTIV  | UEBERWEISUNGVOR | 30.70 | 0    | 0     | 99.00 | unclear payment.epaybl.balance"
            })
    void holds_the_rule_when_a_claim_is_paid(
            String page,
            String method,
            String claim,
            String cancelled,
            String received,
            String balance,
            String expected) {
        tells(
                "lesenKassenzeichenInfo",
                WELL + value("zahlverfahren", method) + value("betragHauptforderungen", claim)
                        + value("betragStornos", cancelled) + value("betragZahlungseingaenge", received)
                        + value("saldo", balance) + "<paypageStatus>" + value("code", page) + "</paypageStatus>");

        assertThat(told(query())).isEqualTo(expected);
    }

    private static String value(String name, String text) {
        return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
    }

    private static String told(ProviderState state) {
        if (state instanceof ProviderState.Reported reported) {
            return reported.state()
                    + reported.amount().map(amount -> " " + amount.euros()).orElse("");
        }
        return state instanceof ProviderState.Unclear unclear ? "unclear " + unclear.code() : state.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<EShopKundenNr>X</EShopKundenNr>",
                "<EShopKundennummer>X</EShopKundennummer>",
                "<kassenzeichen>4200000000062</kassenzeichen>",
                "<waehrung>USD</waehrung>"
            })
    void does_not_take_another_claim_for_ours(String more) {
        String state =
                "<zahlverfahren>PAYPAL</zahlverfahren><betragHauptforderungen>30.70</betragHauptforderungen>" + more;
        tells("lesenKassenzeichenInfo", WELL + state + "<paypageStatus><code>INAKTIV</code></paypageStatus>");
        assertThat(query()).isEqualTo(new ProviderState.Unclear("payment.epaybl.mismatch"));
        tells("lesenKassenzeichenInfo", WELL + state + "<paypageStatus><code>AKTIV</code></paypageStatus>");
        assertThat(query()).isEqualTo(new ProviderState.NoAnswer("payment.epaybl.mismatch"));
    }

    @Test
    void follows_what_an_answer_of_rpc_encoded_refers_to() {
        answers.put(
                "lesenKassenzeichenInfo",
                envelope(
                        "<r><return href=\"#id0\"/></r>"
                                + "<multiRef id=\"id0\"><ergebnis href=\"#id1\"/><zahlverfahren>PAYPAL</zahlverfahren>"
                                + "<betragHauptforderungen>30.7</betragHauptforderungen><paypageStatus href=\"#id2\"/></multiRef>"
                                + "<multiRef id=\"id1\"><istOk>1</istOk></multiRef><multiRef id=\"id2\"><code>INAKTIV</code></multiRef>"));

        assertThat(told(query())).isEqualTo("PAID");
    }

    @Test
    void looks_for_an_attempt_whose_start_was_lost_by_its_own_number() {
        EpayBlSoap connector = builder(Profile.V3).build();
        tells("lesenTransaktion", WELL + "<buchungsListe><kassenzeichen>4200000000061</kassenzeichen></buchungsListe>");
        tells("lesenKassenzeichenInfo", WELL + "<paypageStatus><code>AKTIV</code></paypageStatus>");
        assertThat(connector.query(attempt(Optional.empty())))
                .extracting(state -> ((ProviderState.Reported) state).paymentReference())
                .isEqualTo(Optional.of(KASSENZEICHEN));
        tells("lesenTransaktion", complaint("-0530"));
        assertThat(connector.query(attempt(Optional.empty()))).isEqualTo(new ProviderState.NotFound());
        tells("lesenTransaktion", complaint("-0020"));
        assertThat(connector.query(attempt(Optional.empty())))
                .isEqualTo(new ProviderState.NoAnswer("payment.epaybl.0020"));
    }

    // the rest

    @Test
    void believes_no_callback() {
        for (Channel channel : Channel.values()) {
            Map<String, String> fields = Map.of("paypageStatus", "INAKTIV", "kassenzeichen", KASSENZEICHEN);
            assertThat(builder(Profile.V2).build().callback(attempt(Optional.empty()), new Callback(channel, fields)))
                    .isEqualTo(CallbackResult.Hint.unverified());
        }
    }

    @Test
    void sends_no_name_of_a_payer() {
        opens();
        initiate();

        Set<String> names = new TreeSet<>();
        Matcher name = Pattern.compile("<(?:vorname|nachname)[^>]*>([^<]*)")
                .matcher(received.get(0).body());
        while (name.find()) {
            names.add(name.group(1));
        }
        assertThat(names).containsExactly("Onlinezahlung");
    }

    @Test
    void is_not_set_up_wrongly() {
        URI services = URI.create("https://epay.example.org/soap");
        URI page = URI.create("https://epay.example.org/paypage");
        for (EpayBlSoap.Builder wrong : List.of(
                EpayBlSoap.with(Profile.V2, services, page, "1610000000", "42"),
                EpayBlSoap.with(Profile.V2, services, page, "16/1", "42").withoutClientKey(),
                EpayBlSoap.with(Profile.V2, services, page, "1610000000", "123456789")
                        .withoutClientKey(),
                EpayBlSoap.with(Profile.V2, services, URI.create("/paypage"), "1610000000", "42")
                        .withoutClientKey(),
                builder(Profile.V2).timeout(Duration.ofSeconds(30)))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(wrong::build)
                    .matches(e -> e.code().equals("payment.epaybl.config"));
        }
    }
}
