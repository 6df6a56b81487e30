// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

/**
 * How far a message to an office has come.
 *
 * @since 0.1
 */
public enum DeliveryState {
    /** Waits for its first or next try. */
    QUEUED,
    /** A node is trying, or died while it tried and another one will. */
    SENDING,
    /** The transport has it; the office has not confirmed it. */
    HANDED_OVER,
    /** The office's system has confirmed it. */
    DELIVERED,
    /** Somebody in the office has opened it. */
    READ,
    /** The peer does not take it as it is. May come even after {@link #DELIVERED}. */
    REJECTED,
    /** Given up after too long a time; an operator may replay it. */
    DEAD;

    /** Whether later messages of the same application wait for this one, so that the office gets them in order. */
    boolean holdsBack() {
        return this == QUEUED || this == SENDING || this == DEAD;
    }
}
