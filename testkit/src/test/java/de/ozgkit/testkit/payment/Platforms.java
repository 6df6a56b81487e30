// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.testkit.PaymentFixture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Every connector of ours with its mock, once for each way in which it works differently. */
final class Platforms {

    private Platforms() {}

    /** By the name of its column. */
    static Map<String, Supplier<PaymentFixture>> all() {
        Map<String, Supplier<PaymentFixture>> all = new LinkedHashMap<>();
        all.put("pmPayment", PmPaymentFixture::new);
        for (XBezahldiensteFixture.Way way : XBezahldiensteFixture.Way.values()) {
            all.put("XBezahldienste " + way, () -> new XBezahldiensteFixture(way));
        }
        for (GiroCheckoutFixture.Way way : GiroCheckoutFixture.Way.values()) {
            all.put("GiroCheckout " + way, () -> new GiroCheckoutFixture(way));
        }
        all.put("bank transfer", BankTransferFixture::new);
        for (EpayBlFixture.Learned learned : EpayBlFixture.Learned.values()) {
            all.put("ePayBL Konnektor " + learned, () -> new EpayBlFixture(learned));
        }
        for (EpayBlSoap.Profile profile : EpayBlSoap.Profile.values()) {
            all.put("ePayBL SOAP " + profile, () -> new EpayBlSoapFixture(profile));
        }
        return all;
    }
}
