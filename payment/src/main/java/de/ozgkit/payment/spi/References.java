// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

/** What may be a platform's number. */
final class References {

    private static final int LONGEST = 100;

    private References() {}

    static void require(String reference) {
        if (reference.isBlank()
                || reference.length() > LONGEST
                || reference.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A reference has 1 to 100 characters, and no control characters");
        }
    }
}
