// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class TransferOnPostgresTest extends TransferContract {

    TransferOnPostgresTest() {
        super(TestDatabases.POSTGRESQL);
    }
}
