// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.Money;
import java.time.Instant;

/**
 * Money that came by bank transfer, as the cash office or its import saw it.
 *
 * @param bookingId the booking's own number, unique for the account: a booking that is told twice counts once; 1 to 100 characters
 * @param bookedAt when the bank booked it
 * @param notedBy who says so: a clerk or a program; 1 to 100 characters, kept, never logged
 * @since 0.1
 */
public record ReceivedTransfer(String bookingId, Money amount, Instant bookedAt, String notedBy) {

    private static final int LONGEST = 100;

    public ReceivedTransfer {
        if (bookingId.isBlank() || bookingId.length() > LONGEST || notedBy.isBlank() || notedBy.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A received transfer has a number and somebody who noted it, each of 1 to 100 characters");
        }
        if (amount.cents() <= 0) {
            throw new IllegalArgumentException("A received transfer is more than nothing; note what was taken back"
                    + " by hand, it needs a person anyway");
        }
    }

    /** Without who noted it. */
    @Override
    public String toString() {
        return "ReceivedTransfer[" + bookingId + ", " + amount + ", " + bookedAt + "]";
    }
}
