// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import java.util.Objects;

/**
 * Choices that the rules of conversion leave open.
 *
 * @param hidden what becomes of hidden fields, which version 2 does not know
 * @param documentProfile the id of the document profile that a schema of version 3 must name and version 2 does not have
 * @since 0.1
 */
public record ConversionOptions(Hidden hidden, String documentProfile) {

    /** The document profile that stands for none. */
    public static final String NO_PROFILE = "D99000000001";

    /** What becomes of a hidden field. */
    public enum Hidden {
        /** It is left out. */
        LEFT_OUT,
        /** It becomes a field that people see and fill in. */
        INPUT
    }

    public ConversionOptions {
        Objects.requireNonNull(hidden, "hidden");
        if (!Ids.VERSION_3.matcher(documentProfile).matches()) {
            throw new IllegalArgumentException("documentProfile must be a letter and 11 digits, such as " + NO_PROFILE);
        }
    }

    /** What the converter of the FIM data field team does. */
    public static ConversionOptions standard() {
        return new ConversionOptions(Hidden.LEFT_OUT, NO_PROFILE);
    }
}
