// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Limits of days and times as regular expressions, for JSON Schema, which has limits for numbers only. In the canonical form with its fixed
 * places, later is the same as greater in the order of characters.
 */
public final class LexicalRange {

    private LexicalRange() {}

    /** Matches texts that begin with this limit or with something greater. */
    public static String atLeast(String limit) {
        return range(limit, '9');
    }

    /** Matches texts that begin with this limit or with something less. */
    public static String atMost(String limit) {
        return range(limit, '0');
    }

    private static String range(String limit, char end) {
        List<String> ways = new ArrayList<>(List.of(limit));
        for (int i = limit.length() - 1; i >= 0; i--) {
            char c = limit.charAt(i);
            if (c >= '0' && c <= '9' && c != end) {
                ways.add(limit.substring(0, i)
                        + (end == '9' ? "[" + (char) (c + 1) + "-9]" : "[0-" + (char) (c - 1) + "]"));
            }
        }
        return "^(?:" + String.join("|", ways) + ")";
    }
}
