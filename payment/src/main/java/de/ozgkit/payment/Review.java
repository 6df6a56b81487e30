// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.util.Optional;

/**
 * A payment needs a person in the cash office; told once each time an attempt gets into {@link PaymentState#REVIEW}.
 * It stays there until {@link Payments#settle}.
 *
 * @param reason {@code payment.double} (a second attempt of the order was paid, and a {@link Refund} was written down),
 *     {@code payment.callback.mismatch} or {@code payment.amount} (the platform names another amount), {@code payment.reference.reused}
 *     (the platform gave one number to two attempts, or two numbers to one), {@code payment.unanswered} (the platform gave no answer
 *     until we stopped asking), {@code payment.partly} (some of the money came, and no more of it in time), {@code payment.overpaid}
 *     (more than the fee came), or a code of the platform's connector for an answer that is no answer
 * @param paymentReference the number of the payment itself: the Kassenzeichen where there is one
 * @since 0.1
 */
public record Review(
        OrderId orderId,
        CaseId caseId,
        AttemptId attemptId,
        String payee,
        Money total,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        String reason) {}
