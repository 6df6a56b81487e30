// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class TransferOnH2Test extends TransferContract {

    TransferOnH2Test() {
        super(TestDatabases.H2);
    }
}
