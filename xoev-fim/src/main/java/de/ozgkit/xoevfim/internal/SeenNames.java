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

    private final Map<String, Set<String>> names = new HashMap<>();
    private int left = MAX_NAMES;
    private int charactersLeft = MAX_CHARACTERS;
    private String lastPrefix = "";
    private Set<String> ofLastPrefix = new HashSet<>();

    SeenNames() {
        names.put(lastPrefix, ofLastPrefix);
    }

    /** Whether there are still few enough. */
    boolean add(String prefix, String name) {
        if (!prefix.equals(lastPrefix)) {
            ofLastPrefix = names.computeIfAbsent(prefix, p -> new HashSet<>());
            lastPrefix = prefix;
        }
        if (ofLastPrefix.add(name)) {
            left--;
            charactersLeft -= prefix.length() + name.length();
        }
        return left >= 0 && charactersLeft >= 0;
    }
}
