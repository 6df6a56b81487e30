// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Login;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which level a path needs. A path covers all below it; of several that cover one, the highest level counts. */
record Protection(Map<String, TrustLevel> paths) {

    /** What two readers of one address could understand differently, and so slip past a guard. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|\\\\|;|%2f|%5c|%3b|%00|(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    Protection {
        paths = Map.copyOf(paths);
        paths.keySet().forEach(Protection::check);
    }

    /** The level needed for a decoded path inside the application; empty for everybody. */
    Optional<TrustLevel> of(String path) {
        return paths.entrySet().stream()
                .filter(entry -> covers(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    /** Whether the raw path of a request has one meaning only. */
    static boolean isPlain(String rawPath) {
        return !AMBIGUOUS.matcher(rawPath).find();
    }

    private static boolean covers(String guarded, String path) {
        return guarded.equals("/") || path.equals(guarded) || path.startsWith(guarded + "/");
    }

    private static void check(String path) {
        boolean plain = Login.isLocalPath(path)
                && isPlain(path)
                && path.chars().noneMatch(c -> "*?#%".indexOf(c) >= 0)
                && (path.equals("/") || !path.endsWith("/"));
        if (!plain) {
            throw new ConfigurationException(
                    "saml.setup",
                    "protect(..) takes a path such as /antrag, without a pattern or a slash at its end; it covers all below it");
        }
    }
}
