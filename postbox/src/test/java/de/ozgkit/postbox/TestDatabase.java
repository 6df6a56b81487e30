// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The two databases that everything runs on. PostgreSQL is started once for all tests and stopped when the JVM ends. */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource open(Path folder, String name) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:file:" + folder.resolve(name).toAbsolutePath());
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        public DataSource open(Path folder, String name) {
            return postgres(folder.getFileName() + "_" + name);
        }
    };

    private static EmbeddedPostgres server;

    /** An empty database of its own for a test; the same folder and name again opens it again. */
    public abstract DataSource open(Path folder, String name);

    public DataSource open(Path folder) {
        return open(folder, "portal");
    }

    private static synchronized PGSimpleDataSource postgres(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
            String schema =
                    "t" + UUID.nameUUIDFromBytes(name.getBytes()).toString().replace("-", "");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists " + schema);
            }
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setURL(server.getJdbcUrl("postgres", "postgres"));
            dataSource.setCurrentSchema(schema);
            return dataSource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
