// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import java.util.UUID;

/**
 * One sending back of money. Given by the caller, so that the same wish is not fulfilled twice.
 *
 * @since 0.1
 */
public record RefundId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static RefundId of(String text) {
        return new RefundId(UUID.fromString(text));
    }

    /** The id as platforms take it: 32 letters and digits. */
    public String reference() {
        return value.toString().replace("-", "");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
