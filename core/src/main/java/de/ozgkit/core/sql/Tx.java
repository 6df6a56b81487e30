// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import de.ozgkit.core.TransportException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction. Whoever hands it to a method of ozgkit gets that method's changes committed or rolled back together with its own.
 * Belongs to one thread.
 *
 * <p>Arguments of statements may be anything the driver takes, and {@link Instant} (cut to microseconds, so that a value read back never
 * lies after the one written), enums (by name), {@link InputStream} (the caller closes it) and {@code null}. All methods throw
 * {@link TransportException} with code {@code sql.failed} if the database refuses; let it pass, so that all is rolled back.
 *
 * @since 0.1
 */
public final class Tx {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;

    Tx(Connection connection) {
        this.connection = connection;
    }

    /** Joins a transaction that the caller has begun by other means, such as Spring's; the caller commits and closes. */
    public static Tx joining(Connection connection) {
        return new Tx(connection);
    }

    /** The connection of this transaction, for statements of one's own. Do not commit or close it. */
    public Connection connection() {
        return connection;
    }

    /** Runs an insert, update or delete and tells how many rows it changed. */
    public int update(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Inserts one row unless a row with the same unique key is there, atomically and without aborting the transaction. If another
     * transaction is just inserting that key, this waits for its end.
     *
     * @param sql an insert statement for one row
     * @return whether the row was inserted
     */
    public boolean insertIfAbsent(String sql, @Nullable Object... arguments) {
        try {
            var savepoint = connection.setSavepoint();
            try (PreparedStatement statement = prepare(sql, arguments)) {
                boolean inserted = statement.executeUpdate() == 1;
                connection.releaseSavepoint(savepoint);
                return inserted;
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback(savepoint);
                connection.releaseSavepoint(savepoint);
                return false;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** All rows, each read by the reader, in a list of its own. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            Columns columns = Columns.of(rows.getMetaData());
            while (rows.next()) {
                found.add(reader.read(new Row(rows, columns)));
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return query(sql, reader, arguments).stream().findFirst();
    }

    /**
     * Reads one row into a value.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface RowReader<T> {

        /** The value of this row; what it throws ends the query. */
        T read(Row row) throws SQLException;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                set(statement, i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        if (argument instanceof Instant instant) {
            statement.setObject(index, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        } else if (argument instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (argument instanceof InputStream stream) {
            statement.setBinaryStream(index, stream);
        } else {
            statement.setObject(index, argument);
        }
    }

    static TransportException failure(SQLException e) {
        return withheld(
                e,
                "sql.failed",
                "The database refused a statement; see the database's own log, and check its address and free space",
                true);
    }

    /** Passes on only the SQL state, since the driver's message may quote values of the row. */
    static TransportException withheld(SQLException e, String code, String message, boolean mayHaveArrived) {
        return new TransportException(
                code,
                message + " (SQL state " + e.getSQLState() + ")",
                mayHaveArrived,
                new SQLException("message withheld, it may quote data", e.getSQLState(), e.getErrorCode()));
    }
}
