// SPDX-License-Identifier: Apache-2.0
/**
 * The portal's own database, H2 or PostgreSQL, as every module uses it: transactions that the caller may share, and tables that create
 * themselves from numbered files.
 *
 * <pre>{@code
 * Database database = Database.of(dataSource);
 * database.inTransaction(tx -> {
 *     tx.update("update person set name = ? where id = ?", name, id);
 *     outbox.enqueue(tx, submission);          // in the same transaction
 * });
 * }</pre>
 */
@NullMarked
package de.ozgkit.core.sql;

import org.jspecify.annotations.NullMarked;
