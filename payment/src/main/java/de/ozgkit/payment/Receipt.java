// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the receipt of a paid order. Holds no data of the payer, of a card or of a bank account.
 *
 * @param payee the name under which the authority was registered
 * @param method how it was paid, in the platform's word in lower case
 * @param paidAt the platform's time where it tells one, else when we learned it
 * @param paymentReference the Kassenzeichen where there is one
 * @param providerReference the platform's number of the transaction
 * @param sentBack what went back since; zero for most
 * @since 0.1
 */
public record Receipt(
        String payee,
        CaseId caseId,
        OrderId orderId,
        AttemptId attemptId,
        String purpose,
        List<Line> lines,
        Money net,
        Money tax,
        Money total,
        Optional<String> method,
        Instant paidAt,
        Optional<String> paymentReference,
        Optional<String> providerReference,
        Money sentBack) {

    public Receipt {
        lines = List.copyOf(lines);
    }

    /**
     * One position.
     *
     * @param taxRate in percent with two decimals
     */
    public record Line(String text, Money net, BigDecimal taxRate, Money tax, Money gross) {

        static Line of(Position position) {
            return new Line(
                    position.text(), position.net(), position.taxRate(), position.tax(), position.amount());
        }
    }

    /** The receipt of what was paid, the sums being those of the lines. */
    static Receipt of(PaymentView payment, PaymentView.Attempt attempt, Instant paidAt, Money sentBack) {
        List<Line> lines = payment.positions().stream().map(Line::of).toList();
        return new Receipt(
                payment.payee(),
                payment.caseId(),
                payment.orderId(),
                attempt.id(),
                payment.purpose(),
                lines,
                lines.stream().map(Line::net).reduce(Money.ZERO, Money::plus),
                lines.stream().map(Line::tax).reduce(Money.ZERO, Money::plus),
                payment.total(),
                attempt.method(),
                paidAt,
                attempt.paymentReference(),
                attempt.providerReference(),
                sentBack);
    }
}
