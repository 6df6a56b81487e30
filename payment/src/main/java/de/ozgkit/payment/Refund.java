// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that is to go back, is on its way or went back: a task of the cash office unless the platform does it.
 *
 * @param amount all that was paid, or a part
 * @param reason a few words without personal data, or a code such as {@code payment.double}
 * @param providerReference the platform's number of the payment
 * @param paymentReference the number of the payment itself: the Kassenzeichen where there is one
 * @param refundReference the platform's number of the refund
 * @param answer code of what the platform said if it did not do it
 * @since 0.1
 */
public record Refund(
        RefundId id,
        AttemptId attemptId,
        OrderId orderId,
        CaseId caseId,
        String payee,
        Money amount,
        String reason,
        RefundState state,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        Optional<String> refundReference,
        Optional<String> answer,
        Instant createdAt,
        Instant changedAt) {}
