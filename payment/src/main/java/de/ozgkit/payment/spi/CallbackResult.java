// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.util.Optional;

/**
 * What a callback is worth.
 *
 * @since 0.1
 */
public sealed interface CallbackResult {

    /**
     * A reason to ask the platform now.
     *
     * @param verified whether the platform's signature was checked
     * @param finished whether it claims that the payer is done, so that waiting a moment for the platform's answer is worth it
     * @param method how the payer chose to pay, if it tells
     * @param paymentReference the number of the payment, if it tells; only what is verified, since it is kept as
     *     {@link PaymentAttempt#paymentReference}
     */
    record Hint(boolean verified, boolean finished, Optional<String> method, Optional<String> paymentReference)
            implements CallbackResult {

        public Hint {
            paymentReference.ifPresent(References::require);
            if (!verified && paymentReference.isPresent()) {
                throw new IllegalArgumentException("Who is not known to be the platform cannot name a payment");
            }
        }

        /** Somebody says that something happened, and no more. */
        public static Hint unverified() {
            return new Hint(false, false, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Forged, or about something else. Nothing changes.
     *
     * @param code {@code payment.callback.signature} or {@code payment.callback.mismatch}
     */
    record Refused(String code) implements CallbackResult {}

    /**
     * Genuine and about this attempt, but it contradicts what we ordered, such as another amount. A person has to look.
     *
     * @param code such as {@code payment.callback.mismatch}
     */
    record Contradiction(String code) implements CallbackResult {}
}
