// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A fresh database for each test. PostgreSQL itself is started once for all of them. */
final class TestDatabases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    static DataSource h2(Path folder) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("jobs") + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    static void close(DataSource dataSource) {
        if (dataSource instanceof JdbcDataSource) {
            try (var connection = dataSource.getConnection()) {
                execute(connection, "shutdown");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static DataSource postgres() {
        return Postgres.SERVER.getDatabase("postgres", newDatabase());
    }

    static String postgresUrl(DataSource dataSource) {
        return ((org.postgresql.ds.PGSimpleDataSource) dataSource).getUrl();
    }

    private static String newDatabase() {
        String name = "jobs" + COUNT.incrementAndGet();
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection()) {
            execute(connection, "create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static void execute(java.sql.Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
