// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt as the administrator sees it.
 *
 * @param received what came for it
 * @param refunds how much of that is on its way back, or was sent back
 * @param reason code that explains its state
 * @param lastAnswer what the platform said when it was asked last: a state, or the code of an error such as {@code http.timeout}
 * @param lastAsked when that was
 * @param nextPoll when it is asked again by itself
 * @since 0.1
 */
public record AttemptStatus(
        AttemptId id,
        OrderId orderId,
        CaseId caseId,
        String payee,
        Money total,
        Money received,
        Money refunds,
        PaymentState state,
        Optional<String> reason,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        Optional<String> lastAnswer,
        Optional<Instant> lastAsked,
        Optional<Instant> nextPoll,
        Instant createdAt,
        Instant changedAt) {}
