// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import de.ozgkit.core.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Creates and changes the tables of one module from numbered SQL files in its jar. Several nodes may start at once: one of them does the
 * work, the others wait.
 *
 * <p>A file {@code 001_orders.sql} runs on both databases; {@code 001_orders.postgresql.sql} beside it is used on PostgreSQL instead. Every
 * statement ends with a semicolon at the end of a line and must be safe to repeat ({@code if not exists}), since H2 commits each one by
 * itself. Who prefers an own migration tool runs the same files there before the start; the module then finds its tables and only notes it.
 *
 * @since 0.1
 */
public final class Migrations {

    private final String module;
    private final Class<?> anchor;
    private final List<String> files;

    private Migrations(String module, Class<?> anchor, List<String> files) {
        this.module = module;
        this.anchor = anchor;
        this.files = files;
    }

    /**
     * The files of a module, in order, in the folder {@code sql} beside the anchor class.
     *
     * @param module name of the module, such as {@code payment}
     */
    public static Migrations of(String module, Class<?> anchor, String... files) {
        return new Migrations(module, anchor, List.of(files));
    }

    /**
     * Applies what has not been applied yet.
     *
     * @throws ConfigurationException with code {@code sql.migration.changed} if a file that was applied before has another content now, or
     *     {@code sql.migration.missing} if it is not in the jar
     */
    public void apply(DataSource dataSource) {
        Database database = Database.of(dataSource);
        database.inTransaction(tx -> run(tx.connection(), HISTORY));
        database.inTransaction(tx -> tx.insertIfAbsent("insert into ozg_migration_lock (module) values (?)", module));
        database.inTransaction(lock -> {
            lock.query(
                    "select module from ozg_migration_lock where module = ? for update",
                    row -> row.text("module"),
                    module);
            for (String file : files) {
                // A transaction of its own, so that the DDL of H2, which commits, does not give the lock away.
                database.inTransaction(tx -> applyOnce(tx, file));
            }
        });
    }

    private void applyOnce(Tx tx, String file) {
        String script = script(tx.connection(), file);
        String checksum = checksum(script);
        var known = tx.first(
                "select checksum from ozg_migration where module = ? and file = ?",
                row -> row.text("checksum"),
                module,
                file);
        if (known.isEmpty()) {
            run(tx.connection(), script);
            tx.update(
                    "insert into ozg_migration (module, file, checksum, applied_at) values (?, ?, ?, current_timestamp)",
                    module,
                    file,
                    checksum);
        } else if (!known.get().equals(checksum)) {
            throw new ConfigurationException(
                    "sql.migration.changed",
                    "The file " + file + " of module " + module
                            + " was applied before with another content; use the version of ozgkit that created these tables, or a later one");
        }
    }

    private String script(Connection connection, String file) {
        String special = file.replace(".sql", "." + product(connection) + ".sql");
        String script = read("sql/" + special);
        if (script == null) {
            script = read("sql/" + file);
        }
        if (script == null) {
            throw new ConfigurationException(
                    "sql.migration.missing",
                    "The file sql/" + file + " of module " + module
                            + " is not in its jar; check how the jar was packed");
        }
        return script;
    }

    private @Nullable String read(String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new ConfigurationException(
                    "sql.migration.missing", "The file " + name + " cannot be read from its jar", e);
        }
    }

    private static String product(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw Tx.failure(e);
        }
    }

    private static void run(Connection connection, String script) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*(\n|$)")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new ConfigurationException(
                    "sql.migration.failed",
                    "A table could not be created (SQL state " + e.getSQLState() + "): " + e.getMessage()
                            + "; the database user needs the right to create tables",
                    e);
        }
    }

    private static String checksum(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final String HISTORY =
            """
            create table if not exists ozg_migration_lock (module varchar(40) primary key);
            create table if not exists ozg_migration (
                module varchar(40) not null,
                file varchar(80) not null,
                checksum varchar(64) not null,
                applied_at timestamp with time zone not null,
                primary key (module, file));
            """;
}
