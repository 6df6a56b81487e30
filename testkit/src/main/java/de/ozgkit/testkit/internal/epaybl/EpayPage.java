// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.testkit.EpayTransaction;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.testkit.internal.paypage.PayPages;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** The payment page of ePayBL. */
public final class EpayPage {

    private final AtomicBoolean nextFails = new AtomicBoolean();

    /** The next payer who presses "Bezahlen" is refused. */
    public void nextFails(boolean yes) {
        nextFails.set(yes);
    }

    public PeerResponse show(EpayTransaction claim) {
        if (!claim.payable()) {
            return back(claim);
        }
        PayPages.Bill bill = new PayPages.Bill(
                Money.cents(claim.cents()),
                claim.purpose() + " (" + claim.kassenzeichen() + ")",
                claim.mandant() + " / " + claim.bewirtschafter(),
                claim.pageKey());
        return PayPages.show(PayPages.pay(bill), claim.successUrl());
    }

    /**
     * What a button does.
     *
     * @param move brings the claim into another state and tells the portal
     */
    public PeerResponse press(
            EpayTransaction claim, String action, BiFunction<EpayTransaction, String, EpayTransaction> move) {
        if (action.equals("later")) {
            return PayPages.later(claim.cancelUrl());
        }
        if (!claim.payable()) {
            return back(claim);
        }
        return switch (action) {
            case "pay" -> back(
                    move.apply(claim, nextFails.getAndSet(false) ? EpayTransaction.FAILED : EpayTransaction.PAID));
            case "cancel" -> back(move.apply(claim, EpayTransaction.CANCELLED));
            default -> show(claim);
        };
    }

    private static PeerResponse back(EpayTransaction claim) {
        return PeerResponse.redirect(URI.create(claim.backUrl())).header("Referrer-Policy", "no-referrer");
    }
}
