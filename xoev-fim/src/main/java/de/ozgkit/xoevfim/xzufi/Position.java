// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

/**
 * How far somebody has read a file or folder: store its text form together with what was read, and go on from it later, even in another
 * process. What was being worked on when that broke off comes again.
 *
 * @param file the name of the file; empty for an input without a name
 * @param changes how many changes of this file are done
 * @since 0.1
 */
public record Position(String file, long changes) {

    private static final int MOST_DIGITS = 18;

    public Position {
        if (changes < 0) {
            throw new IllegalArgumentException("a position counts from 0");
        }
        if (!file.isEmpty() && !Index.isFileName(file)) {
            throw new IllegalArgumentException("a position names a file without a folder");
        }
    }

    /**
     * Reads the form that {@link #toString} gives.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Position parse(String text) {
        int at = text.indexOf('@');
        String digits = text.substring(0, Math.max(at, 0));
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a position is written as a number, an @ and the name of a file");
        }
        return new Position(text.substring(at + 1), Long.parseLong(digits));
    }

    /** For example {@code 1200@XZUFI20240101.xml}. This form stays. */
    @Override
    public String toString() {
        return changes + "@" + file;
    }
}
