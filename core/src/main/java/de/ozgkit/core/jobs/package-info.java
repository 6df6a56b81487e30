// SPDX-License-Identifier: Apache-2.0
/**
 * Work that must be done later and must not be forgotten: asking a payment platform again, handing an application to the office. Jobs
 * are rows in the portal's own database, written in the transaction that makes them necessary, and done by any node that is running. A
 * job is done at least once: after a crash it is done again, so a handler asks first what has been reached already.
 *
 * <pre>{@code
 * Jobs jobs = Jobs.on(dataSource).build();
 * jobs.handler("payment.refresh", (id, failures) -> refresh(id) ? Next.done() : Next.at(clock.instant().plusSeconds(60)));
 * jobs.start();
 * database.inTransaction(tx -> {
 *     tx.update("insert into ...");
 *     jobs.schedule(tx, "payment.refresh", orderId, clock.instant());
 * });
 * }</pre>
 */
@NullMarked
package de.ozgkit.core.jobs;

import org.jspecify.annotations.NullMarked;
