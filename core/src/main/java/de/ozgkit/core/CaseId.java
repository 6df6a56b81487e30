// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.util.UUID;

/**
 * One application of one citizen, from the first answer to the archive. Payment orders, messages and deliveries carry it, so that they
 * can be brought together again.
 *
 * @since 0.1
 */
public record CaseId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
