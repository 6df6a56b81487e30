// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.testkit.PaymentConnectorContract;
import de.ozgkit.testkit.PaymentFixture;

// tag::contract
class CashDeskTest extends PaymentConnectorContract {

    @Override
    protected PaymentFixture fixture() {
        return new CashDeskFixture();
    }
}
// end::contract
