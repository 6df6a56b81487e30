// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import java.text.Normalizer;
import java.util.Map;

/** Makes a purpose fit for bank statements. */
public final class SepaText {

    private static final Map<Character, String> SPELLED = Map.ofEntries(
            Map.entry('ä', "ae"),
            Map.entry('ö', "oe"),
            Map.entry('ü', "ue"),
            Map.entry('Ä', "Ae"),
            Map.entry('Ö', "Oe"),
            Map.entry('Ü', "Ue"),
            Map.entry('ß', "ss"),
            Map.entry('ẞ', "SS"),
            Map.entry('€', "EUR"),
            Map.entry('æ', "ae"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('&', "+"),
            Map.entry('–', "-"),
            Map.entry('—', "-"));

    private SepaText() {}

    /**
     * The text in the characters that SEPA allows (basic Latin letters, digits, blank and {@code / - ? : ( ) . , ' +}), umlauts spelled out,
     * other accents dropped, cut after that.
     *
     * @param fallback taken if nothing is left
     */
    public static String of(String text, int longest, String fallback) {
        StringBuilder spelled = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .chars()
                .forEach(c -> spelled.append(SPELLED.getOrDefault((char) c, String.valueOf((char) c))));
        String plain = Normalizer.normalize(spelled, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9/?:().,'+-]+", " ")
                .strip();
        String cut = plain.substring(0, Math.min(longest, plain.length())).strip();
        return cut.isEmpty() ? fallback : cut;
    }
}
