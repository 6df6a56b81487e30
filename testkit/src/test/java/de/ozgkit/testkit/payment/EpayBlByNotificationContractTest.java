// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.testkit.PaymentConnectorContract;
import de.ozgkit.testkit.PaymentFixture;

class EpayBlByNotificationContractTest extends PaymentConnectorContract {

    @Override
    protected PaymentFixture fixture() {
        return new EpayBlFixture(EpayBlFixture.Learned.BY_NOTIFICATION);
    }
}
