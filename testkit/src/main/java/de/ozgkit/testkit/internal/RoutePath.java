// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path with places in it, such as {@code /cases/{id}/files}. */
record RoutePath(String text) {

    /** What the path has in the places, decoded; nothing if it is another path. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = text.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            boolean isPlace = wanted[i].startsWith("{") && wanted[i].endsWith("}");
            if (isPlace && !given[i].isEmpty()) {
                variables.put(wanted[i].substring(1, wanted[i].length() - 1), decode(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static String decode(String part) {
        try {
            // In a path a plus is a plus, other than in a query.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return part;
        }
    }
}
