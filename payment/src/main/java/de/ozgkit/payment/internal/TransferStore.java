// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.sql.Tx;
import de.ozgkit.payment.ReceivedTransfer;
import java.time.Instant;

/** Received transfers in the database. */
final class TransferStore {

    private TransferStore() {}

    /** Writes it down; false if the account has a booking with this number. */
    static boolean insert(Tx tx, AttemptRow attempt, ReceivedTransfer transfer, Instant now) {
        return tx.insertIfAbsent(
                "insert into ozg_payment_transfer (account, booking_id, attempt_id, amount_cents, booked_at, noted_by, noted_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                attempt.account(),
                transfer.bookingId(),
                attempt.id().value(),
                transfer.amount().cents(),
                transfer.bookedAt(),
                transfer.notedBy(),
                now);
    }

    /** Whether the known booking with this number is the same. */
    static boolean isKnown(Tx tx, AttemptRow attempt, ReceivedTransfer transfer) {
        return tx.first(
                        "select 1 as n from ozg_payment_transfer where account = ? and booking_id = ? and attempt_id = ? and amount_cents = ?",
                        row -> row.number("n"),
                        attempt.account(),
                        transfer.bookingId(),
                        attempt.id().value(),
                        transfer.amount().cents())
                .isPresent();
    }
}
