// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.OrderId;

/** The parts of the module, put together. */
public record Parts(Inquiry inquiry, Opening opening, Callbacks callbacks, CashOffice cashOffice, Overview overview) {

    /** All of them on the same ground. */
    public static Parts on(Surroundings around, Listeners listeners) {
        RefundLedger refunds = new RefundLedger(around, listeners);
        Ledger ledger = new Ledger(around, listeners, refunds);
        Inquiry inquiry = new Inquiry(around, ledger);
        return new Parts(
                inquiry,
                new Opening(around, ledger, inquiry),
                new Callbacks(around, ledger, inquiry),
                new CashOffice(around, ledger, refunds),
                new Overview(around));
    }

    /** Asks about an attempt, and tells which order it belongs to. */
    public OrderId refresh(AttemptId id) {
        return inquiry.ask(id).attempt().orderId();
    }
}
