// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pay;

import java.util.Optional;

/**
 * The page about a fee as {@code pay.jte} shows it.
 *
 * @param paidOn when and how, in words
 * @param host where the payment page is; empty where the fee is paid by bank transfer
 * @param action of the form that leads on
 * @param transferPath where it stands what to write on a bank transfer
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
        Optional<String> host,
        String action,
        String transferPath,
        String casePath,
        Optional<String> problem) {

    /** How things stand, as far as a citizen has to know. */
    public enum State {
        OPEN,
        CHECKING,
        AWAITED,
        PARTLY,
        PAID,
        NOT_PAID,
        REVIEW
    }

    public String heading() {
        return switch (state) {
            case OPEN, NOT_PAID -> "Gebühr bezahlen";
            case CHECKING -> "Zahlung wird geprüft";
            case AWAITED -> "Überweisung wird erwartet";
            case PARTLY -> "Ein Teil fehlt noch";
            case PAID -> "Gebühr bezahlt";
            case REVIEW -> "Zahlung wird geklärt";
        };
    }

    /** Whether there is a page that says what to write on a transfer. */
    public boolean transferable() {
        return state == State.AWAITED || state == State.PARTLY;
    }

    /** Whether there is a button that leads to the payment page, or to what to write on a transfer. */
    public boolean payable() {
        return state == State.OPEN || state == State.NOT_PAID || state == State.CHECKING;
    }
}
