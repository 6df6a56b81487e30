// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

/**
 * What a platform can do beyond taking money on a page.
 *
 * @since 0.1
 */
public enum Capability {
    /** Answers questions about one attempt. Without it, only the cash office can tell whether money came. */
    QUERY,
    /** Calls us when something has happened. */
    NOTIFY,
    /** Sends money back by an interface. */
    REFUND,
    /**
     * Opening the same attempt again is safe and leads to the same payment page. Then a lost answer is cleared up by opening again, with
     * other addresses for callbacks; without it, the platform is asked about the attempt.
     */
    REPEATABLE_START,
    /** Tells the payer where to transfer money instead of opening a page. */
    OFFLINE_TRANSFER,
    /** Takes the single positions of an order. */
    LINE_ITEMS
}
