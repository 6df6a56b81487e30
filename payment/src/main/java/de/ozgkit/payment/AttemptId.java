// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import java.util.UUID;

/**
 * One try to pay an order at one platform. Random, and known to nobody but us and the platform.
 *
 * @since 0.1
 */
public record AttemptId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static AttemptId of(String text) {
        return new AttemptId(UUID.fromString(text));
    }

    /** The id as platforms take it: 32 letters and digits, the same for every call about this attempt. */
    public String reference() {
        return value.toString().replace("-", "");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
