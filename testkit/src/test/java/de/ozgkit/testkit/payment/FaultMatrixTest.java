// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentConnectorContract;
import de.ozgkit.testkit.PaymentFixture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every connector and everything that may happen to it, in one table. */
class FaultMatrixTest {

    @Test
    void every_connector_has_a_result_for_every_fault() {
        Map<String, Supplier<PaymentFixture>> fixtures = new LinkedHashMap<>();
        fixtures.put("pmPayment", PmPaymentFixture::new);
        for (XBezahldiensteFixture.Way way : XBezahldiensteFixture.Way.values()) {
            fixtures.put("XBezahldienste " + way, () -> new XBezahldiensteFixture(way));
        }
        for (GiroCheckoutFixture.Way way : GiroCheckoutFixture.Way.values()) {
            fixtures.put("GiroCheckout " + way, () -> new GiroCheckoutFixture(way));
        }
        fixtures.put("bank transfer", BankTransferFixture::new);
        for (EpayBlFixture.Learned learned : EpayBlFixture.Learned.values()) {
            fixtures.put("ePayBL Konnektor " + learned, () -> new EpayBlFixture(learned));
        }
        for (EpayBlSoap.Profile profile : EpayBlSoap.Profile.values()) {
            fixtures.put("ePayBL SOAP " + profile, () -> new EpayBlSoapFixture(profile));
        }
        Map<String, Map<PaymentCase, String>> columns = new LinkedHashMap<>();
        fixtures.forEach((name, fixture) -> {
            try (PaymentFixture open = fixture.get()) {
                columns.put(name, PaymentConnectorContract.outcomes(open));
            }
        });

        System.out.println(PaymentConnectorContract.table(columns));
        assertThat(columns.values()).allSatisfy(outcomes -> assertThat(outcomes)
                .containsOnlyKeys(PaymentCase.values())
                .allSatisfy((which, cell) -> assertThat(cell).isNotBlank()));
    }
}
