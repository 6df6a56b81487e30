// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.payment.internal.SepaText;
import java.text.Normalizer;
import java.util.Map;

/** Words in the characters that XBezahldienste allows (payment notes, 1.2). */
final class XbText {

    private static final int LONGEST_PURPOSE = 27;
    private static final int LONGEST_DESCRIPTION = 250;
    private static final int LONGEST_INPUT = 1000;
    private static final String NO_PURPOSE = "Gebuehr";
    private static final char FIRST_ACCENTED = '\u00c0';
    private static final char LAST_ACCENTED = '\u017f';
    private static final Map<Character, String> SPELLED = Map.of(
            '€', "EUR", '&', "und", '§', "Par.", '–', "-", '—', "-", 'ẞ', "SS", '(', ", ", '/', "-", ';', ",", ':',
            ",");

    private XbText() {}

    /** Basic Latin letters, digits, blank and hyphen; umlauts spelled out; cut after that. */
    static String purpose(String words) {
        String plain = SepaText.of(words, LONGEST_INPUT, "").replaceAll("[^A-Za-z0-9-]+", " ");
        String cut = cut(plain, LONGEST_PURPOSE);
        return cut.isEmpty() ? NO_PURPOSE : cut;
    }

    /** Letters with the accents of Latin-1 and Latin Extended-A, digits, blank, hyphen, comma and full stop. */
    static String description(String words) {
        StringBuilder text = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFC).chars().forEach(c -> text.append(allowed((char) c)));
        return cut(text.toString().replaceAll("\\s+", " ").replaceAll(" (?=[,.])", ""), LONGEST_DESCRIPTION);
    }

    private static String allowed(char c) {
        if (c >= FIRST_ACCENTED && c <= LAST_ACCENTED || isPlain(c)) {
            return String.valueOf(c);
        }
        String spelled = SPELLED.get(c);
        if (spelled != null) {
            return spelled;
        }
        String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return isPlain(base.charAt(0)) && base.length() > 1 ? base.substring(0, 1) : " ";
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == ','
                || c == '.'
                || c == '_';
    }

    private static String cut(String text, int longest) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(longest, stripped.length())).strip();
    }
}
