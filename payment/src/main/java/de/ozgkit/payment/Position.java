// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.Money;

/**
 * One line of an order: what is paid for, and how much.
 *
 * @param text at most 250 characters, shown on the receipt; no personal data
 * @param amount zero or more
 * @since 0.1
 */
public record Position(String text, Money amount) {

    private static final int LONGEST = 250;

    public Position {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("The text of a position has 1 to 250 characters, not " + text.length());
        }
        if (amount.cents() < 0) {
            throw new IllegalArgumentException("The amount of a position is not negative");
        }
    }
}
