// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

/**
 * What a person in the cash office found out about a payment in {@link PaymentState#REVIEW}.
 *
 * @since 0.1
 */
public enum Settlement {
    /** The fee is there, and is kept: the order is paid. A refund that nobody has begun is dropped. */
    MONEY_IS_THERE,
    /** No money is there. The payer may try again. A refund that nobody has begun is dropped. */
    MONEY_IS_NOT_THERE,
    /** Money is there and has to go back: all that came, or the whole fee where the platform never told how much came. */
    SEND_BACK
}
