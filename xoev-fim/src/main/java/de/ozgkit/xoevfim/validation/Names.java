// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

/** Names of elements as they may be shown: those of a hostile file may be long, and anything. */
final class Names {

    private static final int MAX = 80;

    private Names() {}

    static String shown(String name) {
        String cut = name.length() > MAX ? name.substring(0, MAX) : name;
        return cut.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0) ? cut : "?";
    }
}
