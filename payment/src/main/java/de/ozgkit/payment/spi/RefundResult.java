// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

/**
 * How a refund went.
 *
 * @since 0.1
 */
public sealed interface RefundResult {

    /**
     * The money is on its way.
     *
     * @param providerReference the platform's number of the refund
     */
    record Done(String providerReference) implements RefundResult {

        public Done {
            References.require(providerReference);
        }
    }

    /**
     * Refused; no money moves. A person in the cash office has to send it back.
     *
     * @param code for the log and the cash office
     */
    record Rejected(String code) implements RefundResult {}

    /**
     * No usable answer: the money may or may not be on its way. It is not asked for again by itself; a person has to look.
     *
     * @param code for the log and the cash office
     */
    record Unknown(String code) implements RefundResult {}
}
