// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * A payment as {@link MockPmPayment} knows it.
 *
 * @param txid the caller's number, or one that the mock made up
 * @param cents the amount
 * @param status {@code -1} in progress, {@code 0} failed or cancelled, {@code 1} paid
 * @param method how it was paid; empty until the payer has chosen
 * @param createdAt as pmPayment writes it, such as {@code 2026-03-02 10:15:30}
 * @param pageKey last part of the address of the payment page
 * @since 0.1
 */
public record PmTransaction(
        String txid,
        String ags,
        long cents,
        String procedure,
        String desc,
        Optional<String> accountingRecord,
        Optional<String> notifyUrl,
        Optional<String> redirectUrl,
        int status,
        String method,
        String createdAt,
        String pageKey) {

    /** In progress. */
    public static final int IN_PROGRESS = -1;

    /** Failed or cancelled. */
    public static final int ENDED = 0;

    /** Paid. */
    public static final int PAID = 1;

    /** The same payment, further on. */
    public PmTransaction with(int newStatus, String newMethod) {
        return new PmTransaction(
                txid,
                ags,
                cents,
                procedure,
                desc,
                accountingRecord,
                notifyUrl,
                redirectUrl,
                newStatus,
                newMethod,
                createdAt,
                pageKey);
    }

    /** The fields that pmPayment tells in its callbacks, without hash. */
    Map<String, String> callback(long tellCents) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        fields.put("ags", ags);
        fields.put("txid", txid);
        fields.put("amount", Long.toString(tellCents));
        fields.put("desc", desc);
        fields.put("status", Integer.toString(status));
        fields.put("payment_method", method);
        fields.put("created_at", createdAt);
        return fields;
    }
}
