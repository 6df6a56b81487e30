// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class CashOfficeOnPostgresTest extends CashOfficeContract {

    CashOfficeOnPostgresTest() {
        super(TestDatabases.POSTGRESQL);
    }
}
