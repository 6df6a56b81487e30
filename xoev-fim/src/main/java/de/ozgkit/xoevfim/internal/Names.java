// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

/** Names of elements as they may be shown: those of a hostile file may be long, and anything. */
public final class Names {

    private static final int MAX = 80;

    private Names() {}

    public static String shown(String name) {
        String cut = name.length() > MAX ? name.substring(0, MAX) : name;
        return cut.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0) ? cut : "?";
    }
}
