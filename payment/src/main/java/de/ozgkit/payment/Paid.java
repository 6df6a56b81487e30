// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An order has been paid; told once for each order.
 *
 * @param providerReference the platform's own number
 * @param paymentReference the number of the payment itself: the Kassenzeichen where there is one
 * @since 0.1
 */
public record Paid(
        OrderId orderId,
        CaseId caseId,
        AttemptId attemptId,
        String payee,
        Money total,
        Optional<String> method,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        Instant paidAt) {}
