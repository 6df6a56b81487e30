// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A fresh database for each test, named by a URL, so that another process can open it too. */
enum PortalDatabases {
    H2 {
        @Override
        String fresh(Path folder) {
            // H2 keeps commits in memory for half a second unless told to write them at once.
            return "jdbc:h2:file:" + folder.resolve("portal" + COUNT.incrementAndGet()) + ";WRITE_DELAY=0";
        }
    },
    POSTGRESQL {
        @Override
        String fresh(Path folder) {
            String name = "portal" + COUNT.incrementAndGet();
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.RUNNING.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    abstract String fresh(Path folder);

    /** A pool; to be closed with {@link JdbcConnectionPool#dispose()}. */
    static JdbcConnectionPool open(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return JdbcConnectionPool.create(url, "", "");
        }
        PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
        postgres.setUrl(url);
        return JdbcConnectionPool.create(postgres);
    }

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
