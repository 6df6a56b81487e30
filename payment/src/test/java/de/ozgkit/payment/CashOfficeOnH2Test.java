// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class CashOfficeOnH2Test extends CashOfficeContract {

    CashOfficeOnH2Test() {
        super(TestDatabases.H2);
    }
}
