// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.payment.spi.PaymentAttempt;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Words and numbers in the characters and lengths that ePayBL allows (payment notes, 3.4). */
final class EpayText {

    /** Of the text of a booking. */
    static final int LONGEST_BOOKING = 21;

    private static final int NUMBER_LENGTH = 25;
    private static final int HEX = 16;
    private static final int LONGEST_INPUT = 250;
    private static final String NOT_ALLOWED = "[^A-Z0-9,.:/+&*$%\u00c4\u00d6\u00dc\u00df -]+";
    private static final Map<Character, String> SPELLED =
            Map.of('\u20ac', "EUR", '\u00df', "\u00df", '\u2013', "-", '\u2014', "-", '\u1e9e', "\u00df");

    private EpayText() {}

    /** Our number for the attempt: 25 digits and capital letters, since a transaction's number has 30 at most. */
    static String number(PaymentAttempt attempt) {
        String text = new BigInteger(attempt.reference(), HEX)
                .toString(Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(NUMBER_LENGTH - text.length()) + text;
    }

    /** Capital letters, German ones among them, digits, blank and {@code , . : / + & - * $ %}; cut after that. */
    static String booking(String words, int longest, String fallback) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        StringBuilder text = new StringBuilder();
        composed.chars().limit(LONGEST_INPUT).forEach(c -> text.append(allowed((char) c)));
        String plain = text.toString()
                .replaceAll(NOT_ALLOWED, " ")
                .replaceAll(" +", " ")
                .strip();
        String cut = plain.substring(0, Math.min(longest, plain.length())).strip();
        return cut.isEmpty() ? fallback : cut;
    }

    private static String allowed(char c) {
        String spelled = SPELLED.get(c);
        if (spelled != null) {
            return spelled;
        }
        String capital = String.valueOf(c).toUpperCase(Locale.ROOT);
        if (!capital.matches(NOT_ALLOWED)) {
            return capital;
        }
        return Normalizer.normalize(capital, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
