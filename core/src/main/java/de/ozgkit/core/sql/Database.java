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
     * Runs the work in one transaction: committed when it returns, rolled back when it throws. Whatever the work throws reaches the caller
     * as it is, even if the rollback fails too.
     *
     * <p>Work that calls this again gets a second connection and a second transaction: hand the {@link Tx} on instead.
     *
     * @return what the work returns
     * @throws TransportException with code {@code sql.connect} if there is no connection, so that nothing was done, or {@code sql.failed}
     *     if the database fails later
     */
    public <T> T call(Function<Tx, T> work) {
        try (Connection connection = connect()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            T result = commitOrRollBack(connection, work, autoCommit);
            connection.setAutoCommit(autoCommit);
            return result;
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

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw Tx.withheld(
                    e,
                    "sql.connect",
                    "There is no connection to the database; check its address, and whether it runs",
                    false);
        }
    }

    private static <T> T commitOrRollBack(Connection connection, Function<Tx, T> work, boolean autoCommit)
            throws SQLException {
        try {
            T result = work.apply(new Tx(connection));
            connection.commit();
            return result;
        } catch (Throwable failure) {
            rollBack(connection, failure, autoCommit);
            throw failure;
        }
    }

    private static void rollBack(Connection connection, Throwable failure, boolean autoCommit) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            failure.addSuppressed(Tx.failure(e));
        }
    }
}
