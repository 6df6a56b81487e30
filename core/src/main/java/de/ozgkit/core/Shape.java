// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

/** Helps value types to read what people type, and to complain about it without repeating it. */
final class Shape {

    private static final int SHOWN = 40;

    private Shape() {}

    /** The text without any white space, no-break spaces among it. */
    static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\\h]+", "");
    }

    /** The form of a text for an error message: digits as 9, letters as A, so that no personal data gets into a log. */
    static String of(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return "'" + shown.replaceAll("\\p{Nd}", "9").replaceAll("\\p{L}", "A").replaceAll("\\p{Cntrl}", "?") + "' ("
                + text.length() + " characters)";
    }
}
