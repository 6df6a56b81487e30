// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be paid for one case, and to whom. Immutable: every method returns a new order.
 *
 * @param payee the name under which the payee was registered with {@link Payments.Builder#payee}
 * @param purpose a few words that the payer finds on the bank statement; no personal data. Platforms shorten it, most of them to 27
 *     characters
 * @since 0.1
 */
public record Order(CaseId caseId, String payee, String purpose, List<Position> positions) {

    private static final int LONGEST_PURPOSE = 200;
    private static final int MOST_POSITIONS = 99;
    private static final long HIGHEST_CENTS = 99_999_999;

    public Order {
        if (payee.isBlank() || payee.length() > 100) {
            throw new IllegalArgumentException("The payee of an order is a name of 1 to 100 characters");
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("The purpose of an order has at most 200 characters");
        }
        positions = List.copyOf(positions);
        if (positions.size() > MOST_POSITIONS) {
            throw new IllegalArgumentException("An order has at most 99 positions");
        }
    }

    /** An order without positions yet. */
    public static Order of(CaseId caseId, String payee) {
        return new Order(caseId, payee, "", List.of());
    }

    /** With this purpose instead of the text of the first position. */
    public Order purpose(String words) {
        return new Order(caseId, payee, words, positions);
    }

    /** With one more position, without tax. */
    public Order position(String text, Money amount) {
        return position(Position.of(text, amount));
    }

    /** With one more position. */
    public Order position(Position position) {
        List<Position> more = new ArrayList<>(positions);
        more.add(position);
        return new Order(caseId, payee, purpose, more);
    }

    /** The purpose; the text of the first position where none was given. */
    @Override
    public String purpose() {
        return purpose.isBlank() && !positions.isEmpty()
                ? shortened(positions.get(0).text())
                : purpose;
    }

    /** The sum of all positions. */
    public Money total() {
        return positions.stream().map(Position::amount).reduce(Money.ZERO, Money::plus);
    }

    /** The order itself if something is owed. @throws IllegalArgumentException if not, or if it is a million euros and more */
    Order requirePayable() {
        long cents = total().cents();
        if (cents <= 0 || cents > HIGHEST_CENTS) {
            throw new IllegalArgumentException(
                    "An order needs a total between 0,01 € and 999.999,99 €; add a position, or skip the payment where there is no fee");
        }
        return this;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_PURPOSE ? text.substring(0, LONGEST_PURPOSE) : text;
    }
}
