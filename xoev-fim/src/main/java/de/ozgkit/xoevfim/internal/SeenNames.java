// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The different names of one document. The parser keeps each of them until the end, so there must not be endlessly many. */
final class SeenNames {

    private static final int MAX_NAMES = 10_000;
    private static final int MAX_CHARACTERS = 1_000_000;

    private static final int RECENT = 256;

    private final Map<String, Set<String>> names = new HashMap<>();
    private final String[] recentPrefixes = new String[RECENT];
    private final String[] recentNames = new String[RECENT];
    private int left = MAX_NAMES;
    private int charactersLeft = MAX_CHARACTERS;

    /** Whether there are still few enough. */
    @SuppressWarnings(
            "ReferenceEquality") // the parser gives the same object for the same name; others are just looked up
    boolean add(String prefix, String name) {
        int slot = name.hashCode() & (RECENT - 1);
        if (recentNames[slot] == name && recentPrefixes[slot] == prefix) {
            return true;
        }
        recentNames[slot] = name;
        recentPrefixes[slot] = prefix;
        if (names.computeIfAbsent(prefix, p -> new HashSet<>()).add(name)) {
            left--;
            charactersLeft -= prefix.length() + name.length();
        }
        return left >= 0 && charactersLeft >= 0;
    }
}
