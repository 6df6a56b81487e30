// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class PaymentsOnH2Test extends PaymentsContract {

    PaymentsOnH2Test() {
        super(TestDatabases.H2);
    }
}
