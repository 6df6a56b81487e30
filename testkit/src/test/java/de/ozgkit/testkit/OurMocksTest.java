// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import org.junit.jupiter.api.Test;

@OzgMocks
class OurMocksTest {

    @Test
    void a_test_gets_the_account_and_the_payment_platforms_as_parameters(
            MockNutzerkonto account, MockPmPayment payment, MockXBezahldienste service, MockGiroCheckout giro) {
        HttpGateway gateway = HttpGateway.to("mocks").build();

        assertThat(gateway.send(HttpCall.get(account.uri("/metadata"))).ok()).isTrue();
        assertThat(gateway.send(HttpCall.get(payment.uri("/payment/status/05562032/unknown")))
                        .status())
                .isEqualTo(404);
        assertThat(gateway.send(HttpCall.get(service.uri("/status/hund/05562032")))
                        .status())
                .isEqualTo(403);
        assertThat(gateway.send(HttpCall.get(giro.uri("/paypage/unknown"))).status())
                .isEqualTo(404);
        assertThat(account.uri()).isNotEqualTo(payment.uri());
    }

    @Test
    void and_epaybl_in_both_ways(MockEpayBl konnektor, MockEpayBlSoap services) {
        HttpGateway gateway = HttpGateway.to("mocks").build();

        assertThat(gateway.send(HttpCall.get(konnektor.uri(
                                "/epayment/fachverfahren/v1_0/mandanten/B000004/bewirtschafter/BW100001/status")))
                        .text())
                .contains("+0000");
        assertThat(gateway.send(HttpCall.post(services.services())).text()).contains("Fault");
    }

    @Test
    void and_the_places_where_the_standards_are_published(
            MockXRepository repository, MockFimPortal portal, MockPvog pvog) {
        HttpGateway gateway = HttpGateway.to("mocks").build();

        assertThat(gateway.send(HttpCall.get(repository.uri("/api/codeliste/urn:x/gueltigeVersion"))))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.text()).contains("meldung"));
        assertThat(gateway.send(HttpCall.get(portal.uri(MockFimPortal.SCHEMAS))).text())
                .contains("\"total_count\":0");
        assertThat(gateway.send(HttpCall.get(pvog.uri(MockPvog.DUMP + "?index=0&ars=%25")))
                        .status())
                .isEqualTo(401);
    }
}
