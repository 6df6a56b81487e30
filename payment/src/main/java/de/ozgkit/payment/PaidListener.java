// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.sql.Tx;

/**
 * Gets the news that an order was paid, in the transaction that writes it down: what the listener does with the same transaction happens
 * exactly if the payment is recorded. If it throws, nothing is recorded and the platform is asked again later.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PaidListener {

    /** Called once for each order, from any thread. Must be short: no mail, no call to another system; use the outbox. */
    void paid(Tx tx, Paid paid);
}
