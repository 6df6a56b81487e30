// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A payment as {@link MockGiroCheckout} knows it.
 *
 * @param merchantTxId the caller's number
 * @param page whether the payer chooses the method on a payment page
 * @param reference the platform's number: of the page, if there is one
 * @param payment the platform's number of the payment; the same as above without a page
 * @param notifyUrl where the portal is notified
 * @param successUrl where the payer goes after the payment; the same as the next two without a page
 * @param result {@link #OPEN} until the payer is done, then a code such as 4000
 * @param refunded what went back so far, in cents
 * @param pageKey last part of the address of the page that the payer sees
 * @since 0.1
 */
public record GiroTransaction(
        String merchantTxId,
        String merchantId,
        String projectId,
        boolean page,
        String reference,
        String payment,
        long cents,
        String purpose,
        Optional<String> kassenzeichen,
        Optional<String> notifyUrl,
        String successUrl,
        String backUrl,
        String failUrl,
        int result,
        long refunded,
        String pageKey) {

    /** The payer is not done. */
    public static final int OPEN = 0;

    /** Paid. */
    public static final int PAID = 4000;

    /** The payer turned back. */
    public static final int CANCELLED = 4502;

    /** Refused by who should have paid. */
    public static final int REJECTED = 4900;

    private static final String CARD = "11";

    /** The same payment, further on. */
    GiroTransaction with(int newResult, long nowRefunded) {
        return new GiroTransaction(
                merchantTxId,
                merchantId,
                projectId,
                page,
                reference,
                payment,
                cents,
                purpose,
                kassenzeichen,
                notifyUrl,
                successUrl,
                backUrl,
                failUrl,
                newResult,
                nowRefunded,
                pageKey);
    }

    /** Where the payer goes now. */
    String back() {
        if (result == PAID) {
            return successUrl;
        }
        return result == CANCELLED || result == OPEN ? backUrl : failUrl;
    }

    /** What GiroCheckout tells in its messages, in the order of the hash, without the hash. */
    Map<String, String> message(long tellCents) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (page) {
            fields.put("gcPaymethod", CARD);
            fields.put("gcType", "SALE");
            fields.put("gcProjectId", projectId);
        }
        fields.put("gcReference", payment);
        fields.put("gcMerchantTxId", merchantTxId);
        fields.put("gcBackendTxId", pageKey.length() + ".1");
        fields.put("gcAmount", Long.toString(tellCents));
        fields.put("gcCurrency", "EUR");
        fields.put("gcResultPayment", result == OPEN ? "4500" : Integer.toString(result));
        return fields;
    }
}
