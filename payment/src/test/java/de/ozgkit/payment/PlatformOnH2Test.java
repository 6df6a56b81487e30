// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class PlatformOnH2Test extends PlatformContract {

    PlatformOnH2Test() {
        super(TestDatabases.H2);
    }
}
