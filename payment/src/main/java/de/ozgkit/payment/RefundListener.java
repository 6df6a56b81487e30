// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.sql.Tx;

/**
 * Gets the news about money that is to go back, in the transaction that writes them down.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RefundListener {

    /** Called when a refund is written down and whenever its state has changed, from any thread. Must be short, as {@link PaidListener#paid}. */
    void refund(Tx tx, Refund refund);
}
