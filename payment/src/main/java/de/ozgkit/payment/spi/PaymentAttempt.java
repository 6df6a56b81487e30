// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One try to pay, as a connector sees it.
 *
 * @param purpose may hold any character; the connector cleans and shortens it for its platform
 * @param providerReference the platform's number, once it gave one
 * @param paymentReference the number of the payment itself, unique for the account, once it is known: the Kassenzeichen where the platform
 *     has one
 * @param method how the payer chose to pay, if a callback told it
 * @since 0.1
 */
public record PaymentAttempt(
        AttemptId id,
        CaseId caseId,
        Money amount,
        String purpose,
        List<Position> positions,
        Instant createdAt,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        Optional<String> method) {

    public PaymentAttempt {
        positions = List.copyOf(positions);
    }

    /** Our own random number for the attempt: 32 letters and digits. */
    public String reference() {
        return id.reference();
    }
}
