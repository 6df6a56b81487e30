// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.util.Optional;

/**
 * A payment needs a person in the cash office; told once for each attempt.
 *
 * @param reason {@code payment.double} (a second attempt of the order was paid, money has to go back), {@code payment.callback.mismatch}
 *     or {@code payment.amount} (the platform names another amount), {@code payment.reference.reused} (the platform gave one number to two
 *     attempts), {@code payment.unanswered} (the platform gave no answer until we stopped asking)
 * @since 0.1
 */
public record Review(
        OrderId orderId,
        CaseId caseId,
        AttemptId attemptId,
        String payee,
        Money total,
        Optional<String> providerReference,
        String reason) {}
