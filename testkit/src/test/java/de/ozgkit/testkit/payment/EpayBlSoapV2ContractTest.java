// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.testkit.PaymentConnectorContract;
import de.ozgkit.testkit.PaymentFixture;

class EpayBlSoapV2ContractTest extends PaymentConnectorContract {

    @Override
    protected PaymentFixture fixture() {
        return new EpayBlSoapFixture(EpayBlSoap.Profile.V2);
    }
}
