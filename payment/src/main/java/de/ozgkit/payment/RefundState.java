// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

/**
 * How far the sending back of money is.
 *
 * @since 0.1
 */
public enum RefundState {
    /** A task of the cash office: nobody has sent the money yet. */
    OPEN,
    /** Written down, and the platform is being asked to send it. If it stays so for minutes, it is as good as {@link #UNCLEAR}. */
    SENT,
    /** The platform was asked and gave no usable answer. It is not asked again by itself: a person has to look there. */
    UNCLEAR,
    /** The platform refused. The cash office has to send the money, or drop the refund. */
    REJECTED,
    /** The money is on its way. */
    DONE,
    /** Given up by a person: no money went back. */
    DROPPED;

    /** Whether a person may still have to do something. */
    public boolean isOpen() {
        return this != DONE && this != DROPPED;
    }
}
