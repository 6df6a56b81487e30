// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

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
}
