// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;

/** Databases that cost as little as a database can, so that what is measured beside them shows. */
final class MemoryDatabase {

    private MemoryDatabase() {}

    /** An empty one behind the pool of a portal. H2's own pool gives every user a fresh session, which has to parse anew. */
    static HikariDataSource pool() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new HikariDataSource(settings);
    }
}
