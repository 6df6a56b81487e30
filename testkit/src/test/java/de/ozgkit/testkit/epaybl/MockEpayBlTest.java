// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.epaybl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.CallbackFields;
import de.ozgkit.testkit.EpayTransaction;
import de.ozgkit.testkit.MockEpayBl;
import de.ozgkit.testkit.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The mock is as strict as the notes, whoever calls it. */
class MockEpayBlTest {

    private static final String ACCOUNT = "/epayment/fachverfahren/v1_0/mandanten/B000004/bewirtschafter/BW100001";

    private final HttpGateway gateway = HttpGateway.to("mock").retries(0).build();
    private final List<Map<String, String>> news = new CopyOnWriteArrayList<>();
    private MockEpayBl mock = new MockEpayBl();
    private HttpServer portal;

    @BeforeEach
    void openPortal() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", exchange -> {
            news.add(CallbackFields.read(
                    exchange.getRequestHeaders().getFirst("Content-Type"), exchange.getRequestBody(), null));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        portal.start();
    }

    @AfterEach
    void stop() {
        mock.close();
        portal.stop(0);
    }

    private String request() {
        String address = "http://127.0.0.1:" + portal.getAddress().getPort();
        return """
                {"kassenzeichennummer": null, "faelligkeitsdatum": "02.03.2026 09:15:30", "waehrungskennzeichen": "EUR",
                 "kennzeichenMahnverfahren": "11000", "transaktionsnummer": "BPA-1", "zahlverfahrencodes": ["KREDITKARTE"],
                 "buchungen": [{"bruttobetrag": 30.70, "nettobetrag": 25.80, "id": null, "steuerbetrag": 4.90,
                   "buchungstext": "BEWOHNERPARKEN", "kontierung": {"haushaltstelle": "1100260000", "objektnummer": "4711"}}],
                 "beschreibung": "Bewohnerparkausweis", "kunde": {"name": "Muster", "vorname": null, "typ": "TEMPORAER",
                   "kundennummer": "BPA-1", "firmenkunde": false}, "buchungslistenparameter": null,
                 "fachverfahrendaten": {"notifyUrl": "%1$s/n", "successUrl": "%1$s/r?r=s", "errorUrl": "%1$s/r?r=e",
                   "cancelUrl": "%1$s/r?r=c"}, "zahltyp": "PAYPAGE", "betrag": 30.70}
                """
                .formatted(address);
    }

    private HttpAnswer open(String request) {
        return gateway.send(HttpCall.post(mock.uri(ACCOUNT + "/buchungslisten"))
                .body("application/json", request.getBytes(StandardCharsets.UTF_8)));
    }

    private EpayTransaction opened() {
        assertThat(open(request()).text()).contains("+0000").contains("/paypage/");
        return mock.transactions().get(0);
    }

    private String press(EpayTransaction claim, String action) {
        return gateway.send(
                        HttpCall.post(mock.uri("/paypage/" + claim.pageKey())).form(Map.of("action", action)))
                .header("Location")
                .orElse("");
    }

    private String read(EpayTransaction claim) {
        return gateway.send(HttpCall.get(mock.uri(ACCOUNT + "/kassenzeichen/" + claim.kassenzeichen())))
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"betrag\": 30.70; \"betrag\": 30.71; -0506",
                "\"steuerbetrag\": 4.90; \"steuerbetrag\": 4.91; -0602",
                "\"betrag\": 30.70; \"betrag\": 30.700; -0525",
                "\"EUR\"; \"USD\"; -0514",
                "02.03.2026 09:15:30; 2026-03-02T09:15:30Z; -0508",
                "\"KREDITKARTE\"; \"GIROPAY\"; -0507",
                "BEWOHNERPARKEN; Bewohnerparken; -0610",
                "BEWOHNERPARKEN; BEWOHNERPARKEN LANGE STRASSE; -0609",
                "1100260000; 11002600001; -0604",
                "haushaltstelle; haushaltsstelle; -0604",
                "\"4711\"; \"\"; -0605",
                "\"BPA-1\", \"zahl; \"0123456789012345678901234567890\", \"zahl; -0530",
                "\"zahltyp\"; \"zahlTyp\"; -0501",
                "TEMPORAER; DAUERHAFT; -0501"
            })
    void refuses_what_is_wrong(String right, String wrong, String code) {
        assertThat(request()).contains(right);
        assertThat(open(request().replace(right, wrong)).text()).contains("\"" + code + "\"");
        assertThat(mock.transactions()).isEmpty();
    }

    @Test
    void takes_the_number_of_a_transaction_once() {
        opened();

        assertThat(open(request()).text()).contains("-0531");
        assertThat(mock.transactions()).hasSize(1);
    }

    @Test
    void does_not_let_in_who_has_no_certificate() {
        mock.close();
        TestAuthority authority = new TestAuthority();
        mock = MockEpayBl.with("x".toCharArray()).mutualTls(authority).start();

        assertThat(open(request()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(MockEpayBl.Encoding.class)
    void notifies_in_every_encoding_before_the_payer_comes_back(MockEpayBl.Encoding encoding) {
        EpayTransaction claim = opened();
        mock.encoding(encoding);

        assertThat(press(claim, "pay")).endsWith("/r?r=s");
        assertThat(news).containsExactly(mock.notification(claim.kassenzeichen()));
        assertThat(mock.notified()).containsExactly(200);
        assertThat(read(claim)).contains("INAKTIV").contains("KREDITKARTE");
    }

    @Test
    void leads_back_by_the_way_that_was_taken() {
        EpayTransaction claim = opened();

        assertThat(press(claim, "later")).isEmpty();
        assertThat(read(claim)).contains("\"AKTIV\"");
        mock.nextPaymentFails();
        assertThat(press(claim, "pay")).endsWith("/r?r=e");
        assertThat(press(claim, "pay")).endsWith("/r?r=e");
        mock.pay(claim.kassenzeichen());
        assertThat(read(claim)).contains("INAKTIV");
    }

    @Test
    void notifies_twice_at_once_or_not_at_all() {
        EpayTransaction claim = opened();
        mock.notifications(MockEpayBl.Notify.TWICE_AT_ONCE);
        assertThat(press(claim, "cancel")).endsWith("/r?r=c");
        assertThat(news).hasSize(2);
        mock.notifications(MockEpayBl.Notify.NEVER);
        mock.pay(claim.kassenzeichen());
        assertThat(news).hasSize(2);
        mock.notifyPortal(claim.kassenzeichen());
        assertThat(news).hasSize(3);
    }

    @Test
    void shows_a_page_and_no_other() {
        EpayTransaction claim = opened();
        String page = gateway.send(HttpCall.get(mock.uri("/paypage/" + claim.pageKey())))
                .text();

        assertThat(page).contains("30,70").contains("Bewohnerparkausweis").contains(claim.kassenzeichen());
        assertThat(gateway.send(HttpCall.get(mock.uri("/paypage/x"))).status()).isEqualTo(404);
    }

    @Test
    void keeps_claims_in_a_file(@TempDir Path folder) {
        mock.close();
        mock = MockEpayBl.with("x".toCharArray()).state(folder).start();
        EpayTransaction claim = opened();
        mock.close();
        mock = MockEpayBl.with("x".toCharArray()).state(folder).start();

        assertThat(mock.transactions()).containsExactly(claim);
        assertThat(open(request().replace("BPA-1", "BPA-2")).text()).contains("+0000");
        assertThat(mock.base()).isEqualTo(mock.uri());
    }
}
