// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

/**
 * How a cash office protects its Kassenzeichen against slips of the pen. There is no method for all: ask the cash office for its own, and
 * write it as a lambda where it is neither of these.
 *
 * <pre>{@code
 * KassenzeichenCheckDigit.hkr().appendedTo("8400000123")      // 84000001231
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface KassenzeichenCheckDigit {

    /**
     * The check digit or digits of a number.
     *
     * @param base the number without them
     * @return empty if there are none
     * @throws IllegalArgumentException if this method knows no check digit for such a number
     */
    String of(String base);

    /** The number with its check digit at the end. */
    default String appendedTo(String base) {
        return base + of(base);
    }

    /** Whether a number carries its right check digit at the end, or needs none. */
    default boolean fits(String number) {
        for (int length = number.length(); length > 0; length--) {
            try {
                if (appendedTo(number.substring(0, length)).equals(number)) {
                    return true;
                }
            } catch (IllegalArgumentException none) {
                continue;
            }
        }
        return false;
    }

    /** No check digit: every number fits. */
    static KassenzeichenCheckDigit none() {
        return base -> "";
    }

    /**
     * The check digit of the HKR method, as used in Saxony: from the right, each digit is weighed with 2, 4, 8, 7, 5, 1 and so on; of each
     * product the sum of digits is taken until one digit is left; the check digit fills their sum up to the next ten. Source: reconstructed
     * from a public client.
     */
    static KassenzeichenCheckDigit hkr() {
        return base -> {
            if (!base.matches("[0-9]+")) {
                throw new IllegalArgumentException("The HKR check digit is made from digits only");
            }
            int sum = 0;
            int weight = 1;
            for (int i = base.length() - 1; i >= 0; i--) {
                weight = oneDigit(weight * 2);
                sum += oneDigit((base.charAt(i) - '0') * weight);
            }
            return Integer.toString((10 - sum % 10) % 10);
        };
    }

    private static int oneDigit(int number) {
        return number == 0 ? 0 : 1 + (number - 1) % 9;
    }
}
