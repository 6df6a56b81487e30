// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import java.util.List;

/** The calls that are made, with the order in which their fields enter the hash. Fields that are not sent are left out of it. */
public enum GcCall {
    /** Opens a payment by one method. The order is the same for all methods, as far as these fields go. */
    START(
            "transaction/start",
            "merchantId",
            "projectId",
            "merchantTxId",
            "amount",
            "currency",
            "purpose",
            "type",
            "locale",
            "mobile",
            "urlRedirect",
            "urlNotify",
            "kassenzeichen"),
    /** Opens a page where the payer chooses the method. */
    PAGE(
            "paypage/init",
            "merchantId",
            "projectId",
            "merchantTxId",
            "amount",
            "currency",
            "purpose",
            "description",
            "pagetype",
            "expirydate",
            "single",
            "timeout",
            "type",
            "locale",
            "paymethods",
            "payprojects",
            "organization",
            "orderid",
            "test",
            "otherpayments",
            "successUrl",
            "backUrl",
            "failUrl",
            "notifyUrl",
            "informationText",
            "kassenzeichen"),
    /** Asks how a payment stands. */
    STATUS("transaction/status", "merchantId", "projectId", "reference", "txreference"),
    /** Sends money back. */
    REFUND(
            "transaction/refund",
            "merchantId",
            "projectId",
            "merchantTxId",
            "amount",
            "currency",
            "purpose",
            "reference",
            "txreference");

    private final String path;
    private final List<String> order;

    GcCall(String path, String... order) {
        this.path = path;
        this.order = List.of(order);
    }

    String path() {
        return path;
    }

    /** The names of the fields, first to last. */
    public List<String> order() {
        return order;
    }
}
