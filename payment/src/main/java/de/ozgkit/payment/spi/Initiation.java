// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.net.URI;

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
     */
    record Redirect(URI page, String providerReference) implements Initiation {

        public Redirect {
            if (providerReference.isBlank() || providerReference.length() > 100) {
                throw new IllegalArgumentException("A reference has 1 to 100 characters");
            }
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
