// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount in euros, counted in cents. There is no way in or out through a floating point number, and no rounding: what does not fit
 * whole cents is refused.
 *
 * @param cents the amount in cents; may be negative
 * @since 0.1
 */
public record Money(long cents) implements Comparable<Money> {

    /** No fee. */
    public static final Money ZERO = new Money(0);

    private static final Pattern GERMAN =
            Pattern.compile("-?(0|[1-9][0-9]{0,2}(\\.[0-9]{3})*|[1-9][0-9]*)(,[0-9]{1,2})?");
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]{1,2})?");
    private static final Pattern UNIT = Pattern.compile("^(€|EUR)|(€|EUR)$");
    private static final int LONGEST_INPUT = 24;

    /** An amount of so many cents: {@code Money.cents(3070)} is 30,70 €. */
    public static Money cents(long cents) {
        return new Money(cents);
    }

    /**
     * Reads an amount: German ({@code 1.234,50}) or with a decimal point ({@code 1234.50}), with or without the euro sign. A point
     * before exactly three digits is ambiguous and refused unless a decimal comma follows: {@code 1.234,00}.
     *
     * @throws IllegalArgumentException if it is not an amount in whole cents, such as {@code 30.705}
     */
    public static Money parse(String text) {
        String plain = UNIT.matcher(Shape.withoutBlanks(text)).replaceFirst("");
        if (plain.length() <= LONGEST_INPUT) {
            if (PLAIN.matcher(plain).matches()) {
                return of(new BigDecimal(plain));
            }
            if (plain.contains(",") && GERMAN.matcher(plain).matches()) {
                return of(new BigDecimal(plain.replace(".", "").replace(',', '.')));
            }
        }
        throw new IllegalArgumentException(
                "An amount in euros with at most two decimals is expected, such as 30,70, but this has the form "
                        + Shape.of(text));
    }

    /**
     * An amount from a decimal number of euros.
     *
     * @throws IllegalArgumentException if it has more than two decimals that matter, or is too large
     */
    public static Money of(BigDecimal euros) {
        try {
            return new Money(euros.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "An amount in euros has at most two decimals and fits into a long of cents", e);
        }
    }

    /** The amount in euros with two decimals, for the edge where a peer wants a decimal number. */
    public BigDecimal euros() {
        return BigDecimal.valueOf(cents, 2);
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException if it is too large
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    /**
     * So many times the amount.
     *
     * @throws ArithmeticException if it is too large
     */
    public Money times(int count) {
        return new Money(Math.multiplyExact(cents, (long) count));
    }

    /** Whether there is nothing to pay. */
    public boolean isZero() {
        return cents == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** For people, in German in every locale: {@code 1.234,50 €}, with a no-break space. */
    @Override
    public String toString() {
        String digits = String.format(Locale.GERMANY, "%,.2f", euros().setScale(2, RoundingMode.UNNECESSARY));
        return digits + "\u00a0€";
    }
}
