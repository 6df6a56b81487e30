// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.sql.Tx;

/**
 * Gets the news that a person has to look at a payment, in the transaction that writes it down.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ReviewListener {

    /** Called once for each attempt, from any thread. Must be short, as {@link PaidListener#paid}. */
    void review(Tx tx, Review review);
}
