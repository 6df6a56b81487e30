// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.util.Optional;

/**
 * A payment as {@link MockXBezahldienste} knows it.
 *
 * @param transactionId the service's number
 * @param requestId the caller's number
 * @param request the JSON of the caller
 * @param status {@code INITIAL}, {@code PAYED}, {@code FAILED} or {@code CANCELED}, spelled as the standard does
 * @param method how it was paid; empty until it was
 * @param reference the Kassenzeichen; empty until it was paid
 * @param paidAt when it was paid, such as {@code 2026-03-02T09:18:02.000Z}
 * @param pageKey last part of the address of the payment page
 * @since 0.1
 */
public record XbTransaction(
        String transactionId,
        String requestId,
        String originatorId,
        String endPointId,
        String request,
        long cents,
        String purpose,
        String redirectUrl,
        String status,
        Optional<String> method,
        Optional<String> reference,
        Optional<String> paidAt,
        String pageKey) {

    /** Created; the payer has done nothing final. */
    public static final String INITIAL = "INITIAL";

    /** Paid. */
    public static final String PAYED = "PAYED";

    /** Ended by the payment service. */
    public static final String FAILED = "FAILED";

    /** The payer turned back. */
    public static final String CANCELED = "CANCELED";

    /** The same payment, ended without money. */
    public XbTransaction ended(String newStatus) {
        return changed(newStatus, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same payment, paid. */
    public XbTransaction payed(String newMethod, String newReference, String time) {
        return changed(PAYED, Optional.of(newMethod), Optional.of(newReference), Optional.of(time));
    }

    private XbTransaction changed(
            String newStatus, Optional<String> newMethod, Optional<String> newReference, Optional<String> time) {
        return new XbTransaction(
                transactionId,
                requestId,
                originatorId,
                endPointId,
                request,
                cents,
                purpose,
                redirectUrl,
                newStatus,
                newMethod,
                newReference,
                time,
                pageKey);
    }
}
