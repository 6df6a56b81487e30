// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import java.util.UUID;

/**
 * What one citizen owes for one case.
 *
 * @since 0.1
 */
public record OrderId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
