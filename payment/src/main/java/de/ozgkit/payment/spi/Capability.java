// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

/**
 * What a platform can do beyond taking money on a page.
 *
 * @since 0.1
 */
public enum Capability {
    /** Answers questions about one attempt. Without it, a verified callback is all there is. */
    QUERY,
    /** Calls us when something has happened. */
    NOTIFY,
    /** Sends money back by an interface. */
    REFUND,
    /** Tells the payer where to transfer money instead of opening a page. */
    OFFLINE_TRANSFER,
    /** Takes the single positions of an order. */
    LINE_ITEMS
}
