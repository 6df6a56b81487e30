// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

class PmPaymentOnH2Test extends PmPaymentOverTheWireContract {

    PmPaymentOnH2Test() {
        super(PortalDatabases.H2);
    }
}
