// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.epaybl;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.payment.connector.EpayBlSoap.Profile;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.testkit.EpayTransaction;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockEpayBlSoap;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The mock against messages of the samples, and against the connector in the cases that the contract does not have. */
class MockEpayBlSoapTest {

    private static final URI RETURN = URI.create("http://127.0.0.1:1/zurueck");

    private final HttpGateway gateway = HttpGateway.to("mock").retries(0).build();
    private MockEpayBlSoap mock = new MockEpayBlSoap();

    @AfterEach
    void stop() {
        mock.close();
    }

    private void profile(Profile profile) {
        mock.close();
        mock = MockEpayBlSoap.of(profile).start();
    }

    private HttpAnswer send(String message) {
        return gateway.send(HttpCall.post(mock.services())
                .body("text/xml; charset=utf-8", message.getBytes(StandardCharsets.UTF_8))
                .header("SOAPAction", "\"\""));
    }

    private static String sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("ozgkit.specs", ""))
                .resolve("payment/epaybl/samples-soap")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the collected samples are not beside this checkout");
        return Files.readString(file);
    }

    private EpayBlSoap connector(Profile profile, Duration timeout) {
        return EpayBlSoap.with(profile, mock.services(), mock.paypage(), "1610000000", "42")
                .withoutClientKey()
                .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
                .timeout(timeout)
                .build();
    }

    private static PaymentAttempt attempt(Optional<String> kassenzeichen) {
        return new PaymentAttempt(
                new AttemptId(new UUID(7, 8)),
                new CaseId(new UUID(1, 2)),
                Money.cents(3070),
                "Bewohnerparkausweis",
                List.of(Position.of("Bewohnerparken", Money.cents(3070))),
                Instant.parse("2026-03-02T09:15:30Z"),
                Optional.empty(),
                kassenzeichen,
                Optional.empty());
    }

    private Initiation open(Profile profile, Duration timeout) {
        return connector(profile, timeout).initiate(new InitiationRequest(attempt(Optional.empty()), RETURN, RETURN));
    }

    private Initiation open(Profile profile) {
        return open(profile, Duration.ofSeconds(20));
    }

    @Test
    void understands_the_samples_of_2_x() throws IOException {
        assertThat(send(sample("v2-isAlive-request.xml")).text()).contains(">true<");
        assertThat(send(sample("v2-anlegenKassenzeichen-request.xml")).text()).contains("-0199");
        assertThat(send(sample("v2-anlegenKunde-request.xml")).text()).contains(">true<");
        assertThat(send(sample("v2-anlegenKassenzeichen-request.xml")).text()).contains("4200000000001");
        assertThat(send(sample("v2-anlegenKassenzeichen-request.xml")).text()).contains("-0531");
        assertThat(send(sample("v2-lesenKassenzeichenInfo-request.xml").replace("4200000000061", "4200000000001"))
                        .text())
                .contains("AKTIV")
                .contains("EShopKundennummer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BEWPARKEN; Bewparken; -0610",
                ">EUR<; >USD<; -0514",
                "T09:15:30Z; T09:15:30+01:00; -0508",
                "Buchung[1]; Buchung[2]; -0505",
                " xsi:type=\"ep:BuchungsListe\"; ; Fault",
                "ep:anlegenKassenzeichen; anlegenKassenzeichen; Fault",
                "eShopKundenNr; EShopKundenNr; Fault",
                " soapenv:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"; ; Fault"
            })
    void refuses_what_is_wrong(String right, String wrong, String expected) throws IOException {
        send(sample("v2-anlegenKunde-request.xml"));
        String message = sample("v2-anlegenKassenzeichen-request.xml");
        assertThat(message).contains(right);

        assertThat(send(message.replace(right, wrong == null ? "" : wrong)).text())
                .contains(expected);
        assertThat(mock.transactions()).isEmpty();
    }

    @Test
    void refuses_a_total_that_is_not_the_sum() throws IOException {
        send(sample("v2-anlegenKunde-request.xml"));
        String message = sample("v2-anlegenKassenzeichen-request.xml");

        assertThat(send(message.replaceFirst("30\\.70", "30.71")).text()).contains("-0506");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void does_not_understand_the_other_profile(Profile profile) {
        profile(profile);
        Profile other = profile == Profile.V2 ? Profile.V3 : Profile.V2;

        assertThat(open(other)).isEqualTo(new Initiation.Unknown("payment.epaybl.fault"));
        assertThat(connector(profile, Duration.ofSeconds(20)).check().well()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"V2, -0506", "V3, -0506", "V2, -0199", "V3, -0611"})
    void refuses_by_script(Profile profile, String code) {
        profile(profile);
        mock.refuse("anlegenKassenzeichen", code);

        assertThat(open(profile)).isEqualTo(new Initiation.Rejected("payment.epaybl." + code.substring(1)));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void breaks_by_script(Profile profile) {
        profile(profile);
        mock.fault("anlegenKassenzeichen");
        assertThat(open(profile)).isEqualTo(new Initiation.Unknown("payment.epaybl.fault"));
        mock.reset();
        mock.next(MockEpayBlSoap.SERVICES, Fault.delay(Duration.ofMillis(700)));
        assertThat(open(profile, Duration.ofMillis(600))).isEqualTo(new Initiation.Unknown("http.timeout"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void leads_a_repeated_start_to_the_first_claim(Profile profile) {
        profile(profile);
        mock.next(MockEpayBlSoap.SERVICES, Fault.delay(Duration.ofMillis(1)), Fault.lostAnswer());
        assertThat(open(profile)).isInstanceOf(Initiation.Unknown.class);
        EpayTransaction claim = mock.transactions().get(0);

        assertThat(open(profile))
                .extracting(opened -> ((Initiation.Redirect) opened).paymentReference())
                .isEqualTo(Optional.of(claim.kassenzeichen()));
        assertThat(mock.transactions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"V2, pay, erfolg, PAID", "V3, pay, erfolg, PAID", "V3, cancel, abbruch, PENDING"})
    void a_payer_pays_on_the_page_and_comes_back(Profile profile, String action, String result, PaymentState state) {
        profile(profile);
        Initiation.Redirect opened = (Initiation.Redirect) open(profile);
        assertThat(gateway.send(HttpCall.get(opened.page())).text())
                .contains("30,70")
                .contains("<h1>Bezahlen</h1>");
        EpayTransaction claim = mock.transactions().get(0);

        HttpAnswer back = gateway.send(
                HttpCall.post(mock.uri("/paypage/" + claim.pageKey())).form(Map.of("action", action)));

        assertThat(back.header("Location")).contains(RETURN + "?ergebnis=" + result);
        assertThat(connector(profile, Duration.ofSeconds(20)).query(attempt(opened.paymentReference())))
                .extracting(answer -> ((ProviderState.Reported) answer).state())
                .isEqualTo(state);
    }

    @Test
    void shows_no_page_for_a_changed_address() {
        Initiation.Redirect opened = (Initiation.Redirect) open(Profile.V2);
        String page = opened.page().toString();

        for (String changed : List.of(
                page.replace("mandant=1610000000", "mandant=1"),
                page.replaceAll("EShopKundenNr=[^&]*", "EShopKundenNr=x"),
                page.replaceAll("&backlinkAbort=.*", ""))) {
            assertThat(gateway.send(HttpCall.get(URI.create(changed))).status()).isEqualTo(404);
        }
    }

    @Test
    void keeps_claims_in_a_file(@TempDir Path folder) {
        for (int i = 0; i < 2; i++) {
            mock.close();
            mock = MockEpayBlSoap.of(Profile.V3).state(folder).start();
            assertThat(open(Profile.V3)).isInstanceOf(Initiation.Redirect.class);
        }
        assertThat(mock.transactions())
                .extracting(EpayTransaction::kassenzeichen)
                .containsExactly("4200000000001");
    }
}
