// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the payment of one case: for the status page, the receipt and the cash office.
 *
 * @param state of the order: in review, paid, or else that of its latest attempt
 * @param method how it was paid, in the platform's word in lower case, such as {@code creditcard}
 * @param paidAt when the platform confirmed it; present from then on, also in review
 * @param paidBy the attempt that paid it, present together with {@code paidAt}
 * @param attempts oldest first
 * @since 0.1
 */
public record PaymentView(
        OrderId orderId,
        CaseId caseId,
        String payee,
        String purpose,
        List<Position> positions,
        Money total,
        PaymentState state,
        Optional<String> method,
        Optional<Instant> paidAt,
        Optional<Attempt> paidBy,
        List<Attempt> attempts) {

    public PaymentView {
        positions = List.copyOf(positions);
        attempts = List.copyOf(attempts);
    }

    /** Whether the fee has been paid, whatever else is to be cleared up. */
    public boolean isPaid() {
        return paidAt.isPresent();
    }

    /**
     * One try to pay.
     *
     * @param providerReference the platform's own number, for questions to the cash office
     * @param paymentReference the number of the payment itself: the Kassenzeichen where there is one
     * @param reason a code that explains a failure or a review, such as {@code payment.double}
     */
    public record Attempt(
            AttemptId id,
            PaymentState state,
            Instant createdAt,
            Optional<String> providerReference,
            Optional<String> paymentReference,
            Optional<String> method,
            Optional<String> reason) {}
}
