// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import java.net.URI;
import java.util.function.Function;

/**
 * What to do with a citizen who wants to pay now.
 *
 * @since 0.1
 */
public sealed interface PaymentStart {

    /**
     * Send the browser to the platform's payment page.
     *
     * @param page checked: https, and on a host that this platform may use
     */
    record Redirect(URI page) implements PaymentStart {

        /** Without the rest of the address, which may hold the way back to the portal with its secret token. */
        @Override
        public String toString() {
            return "Redirect[" + page.getHost() + "]";
        }
    }

    /**
     * Show the payer what to write on a bank transfer, as text and as a QR code. Whether the money came, the cash office tells days later.
     */
    record Transfer(BankTransfer details) implements PaymentStart {}

    /** Nothing to do: the money is there. */
    record AlreadyPaid(PaymentView payment) implements PaymentStart {}

    /**
     * Not now: the platform does not answer, or refuses. Nothing is lost, and trying again later is safe.
     *
     * @param publicText German, to be shown to the citizen
     */
    record Unavailable(String publicText) implements PaymentStart {}

    /** Handles all four cases. */
    default <T> T fold(
            Function<? super Redirect, ? extends T> redirect,
            Function<? super Transfer, ? extends T> transfer,
            Function<? super AlreadyPaid, ? extends T> alreadyPaid,
            Function<? super Unavailable, ? extends T> unavailable) {
        if (this instanceof Redirect r) {
            return redirect.apply(r);
        }
        if (this instanceof Transfer t) {
            return transfer.apply(t);
        }
        if (this instanceof AlreadyPaid a) {
            return alreadyPaid.apply(a);
        }
        return unavailable.apply((Unavailable) this);
    }
}
