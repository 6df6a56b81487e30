// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.xbezahldienste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.TransportException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.testkit.MockXBezahldienste;
import de.ozgkit.testkit.TestAuthority;
import de.ozgkit.testkit.XbTransaction;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock is as strict as the notes, whoever calls it. */
class MockXBezahldiensteTest {

    private static final String REQUEST =
            """
            {"requestId": "r-1", "requestTimestamp": "2026-03-02T09:15:30.123Z", "currency": "EUR", "grosAmount": 30.70,
             "purpose": "Bewohnerparken 2026-0815", "description": "Bewohnerparkausweis, 1 Jahr",
             "redirectUrl": "http://127.0.0.1:1/zurueck", "items": [{"id": "pos-1", "reference": "BPA",
             "description": "Ausweis", "taxRate": 19.00, "quantity": 2, "singleNetAmount": 12.90,
             "singleTaxAmount": 2.45, "totalNetAmount": 25.80, "totalTaxAmount": 4.90,
             "bookingData": {"haushaltsstelle": "1100.2600"}}]}
            """;

    private final HttpGateway gateway = HttpGateway.to("mock").retries(0).build();
    private MockXBezahldienste mock = new MockXBezahldienste();

    @AfterEach
    void stop() {
        mock.close();
    }

    private HttpAnswer open(String request) {
        return gateway.send(ours(HttpCall.post(mock.uri("/paymenttransaction/hund/05562032"))
                .body("application/json", request.getBytes(StandardCharsets.UTF_8))));
    }

    private static HttpCall ours(HttpCall call) {
        return call.basic(MockXBezahldienste.USER, MockXBezahldienste.PASSWORD.toCharArray());
    }

    private XbTransaction opened() {
        HttpAnswer answer = open(REQUEST);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return mock.transactions().get(0);
    }

    private String read(String transactionId) {
        return gateway.send(ours(HttpCall.get(mock.uri("/paymenttransaction/hund/05562032/" + transactionId))))
                .text();
    }

    private URI page(XbTransaction transaction) {
        return mock.uri("/paypage/" + transaction.pageKey());
    }

    private HttpAnswer press(XbTransaction transaction, String action) {
        return gateway.send(HttpCall.post(page(transaction)).form(Map.of("action", action)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "30.70; 30.71; CALCULATION_ERROR",
                "\"totalNetAmount\": 25.80; \"totalNetAmount\": 25.81; CALCULATION_ERROR",
                "19.00; 7.00; CALCULATION_ERROR",
                "30.70; 30.7000001; VALIDATION_ERROR",
                "30.70; \"30.70\"; VALIDATION_ERROR",
                "30.70; 3070000000; VALIDATION_ERROR",
                "\"EUR\"; \"CHF\"; VALIDATION_ERROR",
                "\"r-1\"; \"r/1\"; VALIDATION_ERROR",
                "\"r-1\"; null; VALIDATION_ERROR",
                "2026-0815; 2026/0815; VALIDATION_ERROR",
                "Bewohnerparken 2; Bewohnerpärken 2; VALIDATION_ERROR",
                "1 Jahr; (1 Jahr); VALIDATION_ERROR",
                "http://127.0.0.1:1/zurueck; zurueck; VALIDATION_ERROR",
                "\"1100.2600\"; null; VALIDATION_ERROR",
                "{\"haushaltsstelle\": \"1100.2600\"}; {}; VALIDATION_ERROR",
                "\"currency\"; \"x\": 1, \"currency\"; VALIDATION_ERROR",
                "\"currency\"; \"purpose\": \"y\", \"currency\"; VALIDATION_ERROR",
                "2026-03-02T09:15:30.123Z; gestern; VALIDATION_ERROR",
                "\"quantity\": 2; \"quantity\": 0; VALIDATION_ERROR",
                "\"items\"; \"itemz\"; VALIDATION_ERROR"
            })
    void refuses_what_the_standard_does_not_allow(String right, String wrong, String functionalCode) {
        assertThat(REQUEST).contains(right);
        HttpAnswer answer = open(REQUEST.replace(right, wrong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.text()).contains("\"functionalCode\":\"" + functionalCode + "\"");
        assertThat(mock.transactions()).isEmpty();
    }

    @Test
    void takes_the_sample_of_a_request() throws Exception {
        String specs = System.getProperty("ozgkit.specs", "");
        Path sample = Path.of(specs, "payment", "xbezahldienste", "samples", "post-request.json");
        Assumptions.assumeTrue(
                !specs.isEmpty() && Files.exists(sample), "set -Dozgkit.specs to the folder of the specs");

        assertThat(open(Files.readString(sample)).status()).isEqualTo(200);
        mock.close();
        mock = MockXBezahldienste.withBasic(MockXBezahldienste.USER, MockXBezahldienste.PASSWORD.toCharArray())
                .epay21()
                .start();
        assertThat(open(Files.readString(sample)).status()).isEqualTo(400);
    }

    @Test
    void knows_a_request_only_once_unless_told_otherwise() {
        XbTransaction first = opened();
        assertThat(open(REQUEST).text()).contains("PAYMENT_EXISTS");

        mock.answerRepetitions(true);
        assertThat(open(REQUEST).text()).contains(first.transactionId());
        assertThat(mock.transactions()).containsExactly(first);
    }

    @Test
    void shows_a_page_that_a_person_can_click() {
        XbTransaction transaction = opened();
        HttpAnswer page = gateway.send(HttpCall.get(page(transaction)));
        assertThat(page.text())
                .contains("30,70", "Bewohnerparken 2026-0815", "Abbrechen")
                .doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' http://127.0.0.1:1;");
        assertThat(press(transaction, "later").text()).contains("http://127.0.0.1:1/zurueck");
        assertThat(read(transaction.transactionId())).contains("\"INITIAL\"", "transactionRedirectUrl");

        HttpAnswer back = press(transaction, "pay");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).contains("http://127.0.0.1:1/zurueck");
        assertThat(read(transaction.transactionId()))
                .contains("\"PAYED\"", "\"CREDITCARD\"", "\"transactionReference\":\"42")
                .doesNotContain("transactionRedirectUrl");
        assertThat(press(transaction, "cancel").status()).isEqualTo(303);
        assertThat(read(transaction.transactionId())).contains("\"PAYED\"");
    }

    @Test
    void ends_without_money_and_takes_it_later() {
        XbTransaction transaction = opened();
        press(transaction, "cancel");
        assertThat(read(transaction.transactionId())).contains("\"CANCELED\"");
        mock.pay(transaction.transactionId());
        assertThat(read(transaction.transactionId())).contains("\"PAYED\"");
        mock.fail(transaction.transactionId());
        assertThat(read(transaction.transactionId())).contains("\"FAILED\"");
    }

    @Test
    void refuses_a_card_on_demand() {
        mock.nextPaymentFails();
        XbTransaction transaction = opened();
        press(transaction, "pay");

        assertThat(read(transaction.transactionId())).contains("\"FAILED\"");
    }

    @Test
    void tells_nobody_but_the_account() {
        XbTransaction transaction = opened();
        String path = "/paymenttransaction/hund/05562032/" + transaction.transactionId();

        assertThat(gateway.send(HttpCall.get(mock.uri(path))).status()).isEqualTo(403);
        assertThat(gateway.send(HttpCall.get(mock.uri(path)).basic("mock-portal", "x".toCharArray()))
                        .text())
                .contains("FORBIDDEN");
        assertThat(gateway.send(ours(HttpCall.get(mock.uri(path.replace("hund", "katze")))))
                        .status())
                .isEqualTo(404);
        assertThat(gateway.send(HttpCall.get(mock.uri("/paypage/unknown"))).status())
                .isEqualTo(404);
    }

    @Test
    void issues_tokens_and_takes_them_back() {
        mock.close();
        mock = MockXBezahldienste.withOAuth2("portal", "s3cret".toCharArray())
                .accounts("hund/05562032")
                .start();
        HttpCall ask = HttpCall.post(mock.uri(MockXBezahldienste.TOKEN));
        Map<String, String> wrong =
                Map.of("grant_type", "client_credentials", "client_id", "portal", "client_secret", "x");
        assertThat(gateway.send(ask.form(wrong)).status()).isEqualTo(401);
        assertThat(gateway.send(ask.form(Map.of("grant_type", "password"))).status())
                .isEqualTo(400);

        Map<String, String> right =
                Map.of("grant_type", "client_credentials", "client_id", "portal", "client_secret", "s3cret");
        String token = gateway.send(ask.form(right)).text().replaceAll(".*\"access_token\": \"([^\"]+)\".*", "$1");
        HttpCall check = HttpCall.get(mock.uri("/status/hund/05562032")).bearer(token);
        assertThat(gateway.send(check).status()).isEqualTo(200);
        assertThat(gateway.send(HttpCall.get(mock.uri("/status/hund/1")).bearer(token))
                        .text())
                .contains("NO_VALID_ORIGINATOR_OR_ENDPOINT");
        mock.revokeTokens();
        assertThat(gateway.send(check).status()).isEqualTo(403);
    }

    @Test
    void lets_in_by_certificate_and_shows_its_pages_to_all() {
        mock.close();
        TestAuthority authority = new TestAuthority();
        mock = MockXBezahldienste.withMutualTls(authority).start();
        HttpCall check = HttpCall.get(URI.create(mock.secureUri() + "/status/hund/05562032"));
        HttpGateway.Builder way = HttpGateway.to("mock").retries(0).trust(List.of(authority.certificate()));

        assertThat(way.clientKey(authority.client("Stadt Musterhausen"))
                        .build()
                        .send(check)
                        .status())
                .isEqualTo(200);
        HttpGateway stranger =
                way.clientKey(new TestAuthority().client("Stadt Musterhausen")).build();
        assertThatThrownBy(() -> stranger.send(check)).isInstanceOf(TransportException.class);
        assertThat(gateway.send(HttpCall.get(mock.uri("/status/hund/05562032"))).status())
                .isEqualTo(403);
        assertThat(gateway.send(HttpCall.get(mock.uri("/paypage/assets/seite.css")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keeps_payments_over_a_restart(@TempDir Path folder) {
        mock.close();
        mock = restart(folder);
        XbTransaction transaction = opened();
        press(transaction, "pay");
        mock.close();
        mock = restart(folder);

        assertThat(read(transaction.transactionId())).contains("\"PAYED\"");
    }

    private static MockXBezahldienste restart(Path folder) {
        return MockXBezahldienste.withBasic(MockXBezahldienste.USER, MockXBezahldienste.PASSWORD.toCharArray())
                .state(folder)
                .start();
    }
}
