// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * One line of an order: what is paid for, how much, and where it is booked.
 *
 * @param text at most 250 characters, shown on the receipt; no personal data
 * @param amount with tax; zero or more
 * @param taxRate in percent, 0 to 100, with at most two decimals; 0 for a fee, which bears no tax
 * @param accounting what the cash office books by, such as {@code haushaltsstelle} or {@code kostenstelle}; the names are agreed with the
 *     platform, and what stands here goes before what the payee's connector says for all
 * @since 0.1
 */
public record Position(String text, Money amount, BigDecimal taxRate, Map<String, String> accounting) {

    private static final int LONGEST = 250;
    private static final int MOST_FIELDS = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Position {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("The text of a position has 1 to 250 characters, not " + text.length());
        }
        if (amount.cents() < 0) {
            throw new IllegalArgumentException("The amount of a position is not negative");
        }
        taxRate = rate(taxRate);
        accounting = Map.copyOf(accounting);
        if (accounting.size() > MOST_FIELDS || !accounting.entrySet().stream().allMatch(Position::fits)) {
            throw new IllegalArgumentException(
                    "A position has at most 30 accounting fields, with names of 1 to 64 and values of"
                            + " 1 to 250 characters");
        }
    }

    /** A position without tax, booked as the payee's connector says. */
    public static Position of(String text, Money amount) {
        return new Position(text, amount, BigDecimal.ZERO, Map.of());
    }

    /** The same amount with this tax in it. */
    public Position taxed(BigDecimal percent) {
        return new Position(text, amount, percent, accounting);
    }

    /** Booked by these fields. */
    public Position booked(Map<String, String> fields) {
        return new Position(text, amount, taxRate, fields);
    }

    /** The amount without its tax, rounded half up to cents. */
    public Money net() {
        BigDecimal net = BigDecimal.valueOf(amount.cents())
                .multiply(HUNDRED)
                .divide(HUNDRED.add(taxRate), 0, RoundingMode.HALF_UP);
        return Money.cents(net.longValueExact());
    }

    /** The tax in the amount: what {@link #net} leaves. */
    public Money tax() {
        return Money.cents(amount.cents() - net().cents());
    }

    private static BigDecimal rate(BigDecimal percent) {
        if (percent.signum() < 0
                || percent.compareTo(HUNDRED) > 0
                || percent.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("A rate of tax is 0 to 100 percent with at most two decimals");
        }
        return percent.setScale(2);
    }

    private static boolean fits(Map.Entry<String, String> field) {
        return !field.getKey().isBlank()
                && field.getKey().length() <= 64
                && !field.getValue().isBlank()
                && field.getValue().length() <= LONGEST;
    }
}
