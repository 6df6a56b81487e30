// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

/** Makes text from people fit to be stored and shown, without losing what they said. */
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** One line: cleaned, no line breaks, neither blank nor too long. */
    public static String line(String what, String text, int longest) {
        String line = clean(text).replace('\n', ' ').strip();
        if (line.isEmpty() || line.length() > longest) {
            throw new IllegalArgumentException(
                    what + " has 1 to " + longest + " characters, but this one has " + line.length());
        }
        return line;
    }

    /** Line breaks as \n, no other control character but the tab, no broken surrogate (databases refuse both). */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\t')
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
