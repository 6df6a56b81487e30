// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import de.ozgkit.core.jobs.TestDatabases;
import java.nio.file.Path;
import javax.sql.DataSource;

class DatabaseOnH2Test extends DatabaseContract {

    @Override
    DataSource open(Path folder) {
        return TestDatabases.h2(folder);
    }

    @Override
    String binary() {
        return "blob";
    }
}
