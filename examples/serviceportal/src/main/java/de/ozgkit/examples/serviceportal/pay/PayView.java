// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pay;

import java.util.List;
import java.util.Optional;

/**
 * The page about a fee as {@code pay.jte} shows it.
 *
 * @param paidOn when and how, in words
 * @param host where the payment page is
 * @param action of the form that leads there
 * @param transfer what to write on a bank transfer, line by line; empty if it is not paid that way
 * @param problem why that did not work just now
 */
public record PayView(
        State state,
        String service,
        String reference,
        String amount,
        String text,
        String legalBasis,
        String payee,
        String paidOn,
        String host,
        String action,
        String casePath,
        List<String> transfer,
        Optional<String> problem) {

    /** How things stand, as far as a citizen has to know. */
    public enum State {
        OPEN,
        CHECKING,
        PAID,
        NOT_PAID,
        REVIEW
    }

    public String heading() {
        return switch (state) {
            case OPEN, NOT_PAID -> "Gebühr bezahlen";
            case CHECKING -> "Zahlung wird geprüft";
            case PAID -> "Gebühr bezahlt";
            case REVIEW -> "Zahlung wird geklärt";
        };
    }

    /** Whether there is a button that leads to the payment page. */
    public boolean payable() {
        return transfer.isEmpty() && open();
    }

    private boolean open() {
        return state == State.OPEN || state == State.NOT_PAID || state == State.CHECKING;
    }
}
