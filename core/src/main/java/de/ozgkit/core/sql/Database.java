// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import de.ozgkit.core.TransportException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs work in transactions on a {@link DataSource}. Thread-safe.
 *
 * @since 0.1
 */
public final class Database {

    private final DataSource dataSource;

    private Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A database behind a pool or a driver; the caller keeps and closes it. */
    public static Database of(DataSource dataSource) {
        return new Database(dataSource);
    }

    /** The pool or driver that this was made of. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws.
     *
     * @return what the work returns
     * @throws TransportException with code {@code sql.failed} if the database fails
     */
    public <T> T call(Function<Tx, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            return commitOrRollBack(connection, work);
        } catch (SQLException e) {
            throw Tx.failure(e);
        }
    }

    /** Like {@link #call}, for work without a result. */
    public void inTransaction(Consumer<Tx> work) {
        call(tx -> {
            work.accept(tx);
            return Boolean.TRUE;
        });
    }

    private static <T> T commitOrRollBack(Connection connection, Function<Tx, T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.apply(new Tx(connection));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
