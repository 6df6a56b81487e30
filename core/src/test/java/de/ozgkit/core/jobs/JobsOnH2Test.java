// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class JobsOnH2Test extends JobsContract {

    @TempDir
    Path folder;

    @Override
    DataSource open() {
        return TestDatabases.h2(folder);
    }
}
