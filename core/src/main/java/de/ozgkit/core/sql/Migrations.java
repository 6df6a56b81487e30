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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Creates and changes the tables of one module from numbered SQL files in its jar. Several nodes may start at once: one of them does the
 * work, the others wait. Where everything has been applied before, the database user needs no right to create tables.
 *
 * <p>A file {@code 001_orders.sql} runs on both databases; {@code 001_orders.postgresql.sql} or {@code 001_orders.h2.sql} beside it is used
 * on that one instead. Every statement ends with a semicolon at the end of a line, and a comment has a line of its own. Every statement
 * must be safe to repeat ({@code if not exists}), since H2 commits each one by itself; PostgreSQL applies all files or none.
 *
 * <p>Who prefers an own migration tool runs the same files there before the start; the module then finds its tables and only notes it.
 *
 * @since 0.1
 */
public final class Migrations {

    private static final String HISTORY =
            """
            create table if not exists ozg_migration (
                module varchar(40) not null,
                file varchar(80) not null,
                checksum varchar(64) not null,
                applied_at timestamp with time zone not null,
                primary key (module, file));
            """;

    /** Any number that nobody else locks; the same for all modules, since they share the table of the history. */
    private static final long POSTGRESQL_LOCK = 0x6f7a676b6974L;

    /** An H2 file belongs to one process, and its DDL would give a row lock away. */
    private static final Object H2_LOCK = new Object();

    private static final String POSTGRESQL = "postgresql";
    private static final String STATE_CLASS_OF_MISSING_TABLE = "42";

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
     * @throws ConfigurationException with code {@code sql.migration.changed} if a file that was applied before has another content now,
     *     {@code sql.migration.missing} if it is not in the jar, or {@code sql.migration.failed} if the database refuses a statement
     */
    public void apply(DataSource dataSource) {
        Database database = Database.of(dataSource);
        String product = database.call(tx -> product(tx.connection()));
        Map<String, String> scripts = scripts(product);
        if (database.call(tx -> pending(tx, scripts)).isEmpty()) {
            return;
        }
        if (product.equals(POSTGRESQL)) {
            database.inTransaction(tx -> {
                tx.query("select pg_advisory_xact_lock(?)", row -> true, POSTGRESQL_LOCK);
                applyPending(tx, scripts);
            });
        } else {
            synchronized (H2_LOCK) {
                database.inTransaction(tx -> applyPending(tx, scripts));
            }
        }
    }

    private void applyPending(Tx tx, Map<String, String> scripts) {
        run(tx.connection(), "the history of migrations", HISTORY);
        for (String file : pending(tx, scripts)) {
            String script = scripts.getOrDefault(file, "");
            run(tx.connection(), file, script);
            tx.insertIfAbsent(
                    "insert into ozg_migration (module, file, checksum, applied_at) values (?, ?, ?, current_timestamp)",
                    module,
                    file,
                    checksum(script));
        }
    }

    /** The files that have not been applied, in order. */
    private List<String> pending(Tx tx, Map<String, String> scripts) {
        Map<String, String> applied = applied(tx.connection());
        for (String file : files) {
            String known = applied.get(file);
            if (known != null && !known.equals(checksum(scripts.getOrDefault(file, "")))) {
                throw new ConfigurationException(
                        "sql.migration.changed",
                        "The file " + file + " of module " + module
                                + " was applied before with another content; use the version of ozgkit that created these tables, or a later one");
            }
        }
        return files.stream().filter(file -> !applied.containsKey(file)).toList();
    }

    /** File and checksum of what has been applied; nothing if there is no history yet. */
    private Map<String, String> applied(Connection connection) {
        try {
            var before = connection.setSavepoint();
            Map<String, String> applied = new HashMap<>();
            try (var statement =
                    connection.prepareStatement("select file, checksum from ozg_migration where module = ?")) {
                statement.setString(1, module);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        applied.put(rows.getString("file"), rows.getString("checksum"));
                    }
                }
            } catch (SQLException e) {
                if (!String.valueOf(e.getSQLState()).startsWith(STATE_CLASS_OF_MISSING_TABLE)) {
                    throw e;
                }
                connection.rollback(before);
            }
            return applied;
        } catch (SQLException e) {
            throw Tx.failure(e);
        }
    }

    private Map<String, String> scripts(String product) {
        Map<String, String> scripts = new HashMap<>();
        for (String file : files) {
            String script = read("sql/" + file.replace(".sql", "." + product + ".sql"));
            if (script == null) {
                script = read("sql/" + file);
            }
            if (script == null) {
                throw new ConfigurationException(
                        "sql.migration.missing",
                        "The file sql/" + file + " of module " + module
                                + " is not in its jar; check how the jar was packed");
            }
            scripts.put(file, script);
        }
        return scripts;
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

    private static void run(Connection connection, String file, String script) {
        int count = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.replaceAll("(?m)^\\s*--.*$", "").split(";\\s*(\n|$)")) {
                if (!sql.isBlank()) {
                    count++;
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new ConfigurationException(
                    "sql.migration.failed",
                    "Statement " + count + " of " + file
                            + " failed; the database user needs the right to create tables, and "
                            + "what is there must fit; see the database's own log",
                    Tx.failure(e));
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
}
