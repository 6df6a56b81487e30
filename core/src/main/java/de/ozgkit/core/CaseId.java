// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One application of one citizen, from the first answer to the archive. Payment orders, messages and deliveries carry it, so that they
 * can be brought together again.
 *
 * @param value usually from {@link Tokens#uuid()}
 * @since 0.1
 */
public record CaseId(UUID value) {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    public CaseId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads an id as {@link #toString()} writes it.
     *
     * @throws IllegalArgumentException if the text is not a UUID of 36 characters
     */
    public static CaseId of(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The id of a case is a UUID, but this one has the form " + Shape.of(text));
        }
        return new CaseId(UUID.fromString(text));
    }

    /** The UUID in its usual form, in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
