// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import de.ozgkit.core.Money;
import de.ozgkit.payment.PaymentState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform answers when asked about an attempt.
 *
 * @since 0.1
 */
public sealed interface ProviderState {

    /**
     * The platform knows the attempt.
     *
     * @param method how it was paid, where the answer tells
     * @param amount what was paid, where the answer tells; another amount than ours leads to a review
     * @param paidAt when, where the answer tells with its time zone
     * @param paymentReference the number of the payment, where the answer tells; see {@link PaymentAttempt#paymentReference}
     */
    record Reported(
            PaymentState state,
            Optional<String> method,
            Optional<Money> amount,
            Optional<Instant> paidAt,
            Optional<String> paymentReference)
            implements ProviderState {

        private static final Set<PaymentState> ALLOWED = EnumSet.of(
                PaymentState.PENDING,
                PaymentState.AWAITING_TRANSFER,
                PaymentState.PARTLY_PAID,
                PaymentState.FAILED,
                PaymentState.CANCELLED,
                PaymentState.EXPIRED,
                PaymentState.PAID);

        public Reported {
            if (!ALLOWED.contains(state)) {
                throw new IllegalArgumentException("A platform cannot report " + state);
            }
            paymentReference.ifPresent(References::require);
        }

        /** An answer that tells nothing but the state. */
        public static Reported of(PaymentState state) {
            return new Reported(state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * The platform answered something that neither proves nor excludes that money was taken. A person has to look.
     *
     * @param code for the log and the cash office
     */
    record Unclear(String code) implements ProviderState {}

    /** The platform answered and does not know the attempt (yet). */
    record NotFound() implements ProviderState {}

    /**
     * Nothing was learned: no answer, an error, something unreadable. The platform is asked again later.
     *
     * @param code for the log
     */
    record NoAnswer(String code) implements ProviderState {}
}
