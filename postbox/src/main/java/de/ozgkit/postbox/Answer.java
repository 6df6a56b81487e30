// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.postbox.internal.Texts;

/**
 * One line of an application as people read it: citizen and office see the same. Its content is personal and not in {@link #toString}.
 *
 * @param label the question, such as "Name des Hundes"
 * @param value what was answered, may be empty
 * @since 0.1
 */
public record Answer(String label, String value) {

    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_VALUE = 20_000;

    public Answer {
        label = Texts.line("label", label, LONGEST_LABEL);
        value = Texts.clean(value);
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("An answer has at most " + LONGEST_VALUE + " characters");
        }
    }

    @Override
    public String toString() {
        return "Answer[" + label + "]";
    }
}
