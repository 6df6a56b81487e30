// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class PaymentsOnPostgresTest extends PaymentsContract {

    PaymentsOnPostgresTest() {
        super(TestDatabases.POSTGRESQL);
    }
}
