// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

final class Databases {

    private Databases() {}

    /** Empty, and gone with the last connection. */
    static JdbcConnectionPool fresh() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
