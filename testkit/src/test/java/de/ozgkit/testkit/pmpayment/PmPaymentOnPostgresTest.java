// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

class PmPaymentOnPostgresTest extends PmPaymentOverTheWireContract {

    PmPaymentOnPostgresTest() {
        super(PortalDatabases.POSTGRESQL);
    }
}
