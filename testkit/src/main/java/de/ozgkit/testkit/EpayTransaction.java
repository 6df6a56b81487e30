// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.util.Optional;

/**
 * A claim as {@link MockEpayBl} and {@link MockEpayBlSoap} know it.
 *
 * @param kassenzeichen ePayBL's number
 * @param number the caller's number of the transaction
 * @param customer the caller's number of the customer
 * @param mandant the authority
 * @param bewirtschafter its office that books
 * @param request as the caller sent it: JSON or XML
 * @param state {@link #OPEN}, {@link #PAID}, {@link #CANCELLED} or {@link #FAILED}
 * @param method how it was paid; empty until it was
 * @param notifyUrl where news are sent; empty if nowhere
 * @param successUrl where a browser goes after the payment; empty until it is known
 * @param errorUrl where a browser goes after a failure
 * @param cancelUrl where a browser goes that turned back
 * @param pageKey last part of the address of the payment page
 * @since 0.1
 */
public record EpayTransaction(
        String kassenzeichen,
        String number,
        String customer,
        String mandant,
        String bewirtschafter,
        String request,
        long cents,
        String purpose,
        String state,
        Optional<String> method,
        String notifyUrl,
        String successUrl,
        String errorUrl,
        String cancelUrl,
        String pageKey) {

    /** The payer has done nothing final. */
    public static final String OPEN = "OPEN";

    /** Paid. */
    public static final String PAID = "PAID";

    /** The payer turned back. */
    public static final String CANCELLED = "CANCELLED";

    /** The money could not be taken. */
    public static final String FAILED = "FAILED";

    /** The same claim in another state. */
    public EpayTransaction in(String newState, Optional<String> newMethod) {
        return new EpayTransaction(
                kassenzeichen,
                number,
                customer,
                mandant,
                bewirtschafter,
                request,
                cents,
                purpose,
                newState,
                newMethod,
                notifyUrl,
                successUrl,
                errorUrl,
                cancelUrl,
                pageKey);
    }

    /** The same claim with other ways back. */
    public EpayTransaction leadingBackTo(String success, String abort) {
        return new EpayTransaction(
                kassenzeichen,
                number,
                customer,
                mandant,
                bewirtschafter,
                request,
                cents,
                purpose,
                state,
                method,
                notifyUrl,
                success,
                abort,
                abort,
                pageKey);
    }

    /** Whether the payer can pay. */
    public boolean payable() {
        return state.equals(OPEN);
    }

    /** Where a browser goes now. */
    public String backUrl() {
        return switch (state) {
            case PAID -> successUrl;
            case FAILED -> errorUrl;
            default -> cancelUrl;
        };
    }
}
