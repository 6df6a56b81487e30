// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.internal.quality.Quality;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The quality rules of FIM for data field schemas, with the numbers and severities that the quality reports of the FIM portal have too:
 * rule {@code fim.1011} here is code 1011 there. Checked is what a file tells by itself; nothing is looked up elsewhere. Thread-safe.
 *
 * <p>Source: code list urn:xoev-de:fim-datenfelder:codeliste:xdfm 1.8.
 *
 * @since 0.1
 */
public final class FimQuality {

    private static final Quality QUALITY = new Quality(Din91379.Datatype.STRING_LATIN::matches);

    private static final Map<Severity, String> ERROR_TYPES = Map.of(
            Severity.ERROR, "critical", Severity.METHOD, "method", Severity.WARNING, "warning", Severity.INFO, "info");

    private FimQuality() {}

    /**
     * What is to be said about a schema, group, field or document profile. An element that stands at several places is judged once;
     * the path names the ids from the root down. A message of a code list gives none.
     */
    public static List<Finding> check(XDatenfelderMessage message) {
        List<Finding> findings = new ArrayList<>();
        check(message, findings::add);
        return findings;
    }

    static void check(XDatenfelderMessage message, Consumer<Finding> findings) {
        QUALITY.check(message, findings);
    }

    /** The numbers of the rules that are checked, and their severity. */
    public static SortedMap<Integer, Severity> rules() {
        return QUALITY.severities();
    }

    /** How the quality reports of the FIM portal name a severity ({@code error_type}): critical, method, warning or info. */
    public static String errorType(Severity severity) {
        return Optional.ofNullable(ERROR_TYPES.get(severity)).orElseThrow();
    }

    /** The severity for an {@code error_type} of the FIM portal, or empty if there is no such. */
    public static Optional<Severity> severity(String errorType) {
        return ERROR_TYPES.entrySet().stream()
                .filter(e -> e.getValue().equals(errorType))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
