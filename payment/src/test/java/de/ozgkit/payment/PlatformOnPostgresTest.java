// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

class PlatformOnPostgresTest extends PlatformContract {

    PlatformOnPostgresTest() {
        super(TestDatabases.POSTGRESQL);
    }
}
