// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import javax.sql.DataSource;

class LoginStateOnH2Test extends LoginStateContract {
    @Override
    DataSource database() {
        return Fixture.h2();
    }
}
