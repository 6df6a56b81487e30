// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.OrderId;
import java.time.Instant;
import java.util.Optional;

/** An order as it is stored. */
public record OrderRow(
        OrderId id,
        Order order,
        Optional<AttemptId> openAttempt,
        Optional<AttemptId> paidAttempt,
        Optional<Instant> paidAt) {}
