// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.core.TransportException;
import de.ozgkit.core.sql.Tx;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;

/** Makes one operation atomic within a transaction of the caller, who may catch its exception and go on. */
public final class AllOrNothing {

    private AllOrNothing() {}

    /** Runs the work; if it throws, nothing of it stays. */
    public static <T> T in(Tx tx, Supplier<T> work) {
        try {
            Savepoint before = tx.connection().setSavepoint();
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (done) {
                    tx.connection().releaseSavepoint(before);
                } else {
                    tx.connection().rollback(before);
                }
            }
        } catch (SQLException e) {
            throw new TransportException(
                    "sql.failed", "The database refused a savepoint (SQL state " + e.getSQLState() + ")", true, null);
        }
    }
}
