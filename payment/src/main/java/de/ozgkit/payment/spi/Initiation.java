// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import de.ozgkit.payment.BankTransfer;
import java.net.URI;
import java.util.Optional;

/**
 * How the opening of an attempt went.
 *
 * @since 0.1
 */
public sealed interface Initiation {

    /**
     * The payer may go to this page.
     *
     * @param page checked with {@link PageHosts}
     * @param providerReference the number under which the platform knows the attempt, at most 100 characters
     * @param paymentReference the number of the payment itself, if the platform told it already; see
     *     {@link PaymentAttempt#paymentReference}
     */
    record Redirect(URI page, String providerReference, Optional<String> paymentReference) implements Initiation {

        public Redirect {
            References.require(providerReference);
            paymentReference.ifPresent(References::require);
        }

        /** A page, and nothing known about the payment behind it. */
        public static Redirect to(URI page, String providerReference) {
            return new Redirect(page, providerReference, Optional.empty());
        }

        /** Without the address of the page, which may hold the way back to the portal with its secret token. */
        @Override
        public String toString() {
            return "Redirect[" + page.getHost() + ", " + providerReference + "]";
        }
    }

    /**
     * The payer transfers the money; nobody but the cash office sees it come.
     *
     * @param providerReference as above
     */
    record Transfer(BankTransfer details, String providerReference) implements Initiation {

        public Transfer {
            References.require(providerReference);
        }
    }

    /**
     * The platform refused, or answered something that must not be used. Nothing can be paid.
     *
     * @param code for the log, such as {@code payment.pmpayment.hash}
     */
    record Rejected(String code) implements Initiation {}

    /**
     * No usable answer: the platform may or may not have opened it.
     *
     * @param code for the log, such as {@code http.timeout}
     */
    record Unknown(String code) implements Initiation {}
}
