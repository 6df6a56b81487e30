// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.OrderId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** An attempt as it is stored. */
public record AttemptRow(
        AttemptId id,
        OrderId orderId,
        PaymentState state,
        Optional<URI> page,
        Optional<String> providerReference,
        Optional<String> paymentReference,
        Optional<String> method,
        Optional<String> reason,
        Instant createdAt) {

    PaymentView.Attempt view() {
        return new PaymentView.Attempt(id, state, createdAt, providerReference, method, reason);
    }

    PaymentAttempt forConnector(OrderRow order) {
        return new PaymentAttempt(
                id,
                order.order().caseId(),
                order.order().total(),
                order.order().purpose(),
                order.order().positions(),
                createdAt,
                providerReference,
                paymentReference,
                method);
    }
}
