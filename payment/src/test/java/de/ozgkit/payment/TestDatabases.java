// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A fresh database for each test. PostgreSQL itself is started once for all of them. */
enum TestDatabases {
    H2 {
        @Override
        HikariDataSource fresh() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return pool(dataSource);
        }
    },
    POSTGRESQL {
        @Override
        HikariDataSource fresh() {
            String name = "payment" + COUNT.incrementAndGet();
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return pool(Server.RUNNING.getDatabase("postgres", name));
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    abstract HikariDataSource fresh();

    private static HikariDataSource pool(DataSource driver) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(driver);
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        return pool;
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
