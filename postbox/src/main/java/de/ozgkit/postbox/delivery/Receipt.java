// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import java.time.Instant;

/**
 * What the other side said about a message, and when.
 *
 * @param state {@link DeliveryState#HANDED_OVER}, {@code DELIVERED}, {@code READ} or {@code REJECTED}
 * @param at when it was so
 * @param evidence what proves it, such as a signed event or the id that the transport gave; may be empty
 * @since 0.1
 */
public record Receipt(DeliveryState state, Instant at, String evidence) {

    public Receipt {
        if (state.holdsBack()) {
            throw new IllegalArgumentException("A peer says HANDED_OVER, DELIVERED, READ or REJECTED, not " + state);
        }
    }

    @Override
    public String toString() {
        return "Receipt[" + state + ", " + at + "]";
    }
}
