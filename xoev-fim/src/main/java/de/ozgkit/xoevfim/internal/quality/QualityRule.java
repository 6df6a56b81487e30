// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import java.util.function.Predicate;

/**
 * One quality rule of FIM. The texts are ours; number and severity are those of the code list
 * urn:xoev-de:fim-datenfelder:codeliste:xdfm, version 1.8.
 *
 * @param atPlace whether it is about the place of an element, not about the element itself, which may stand at many places
 * @param violated whether an element breaks the rule
 */
record QualityRule(
        int number,
        Severity severity,
        boolean atPlace,
        String german,
        String english,
        Predicate<SchemaElement> violated) {

    /** FehlerKritisch. */
    static QualityRule error(int number, String german, String english, Predicate<SchemaElement> violated) {
        return new QualityRule(number, Severity.ERROR, false, german, english, violated);
    }

    /** FehlerMethodisch. */
    static QualityRule method(int number, String german, String english, Predicate<SchemaElement> violated) {
        return new QualityRule(number, Severity.METHOD, false, german, english, violated);
    }

    /** Warnung. */
    static QualityRule warning(int number, String german, String english, Predicate<SchemaElement> violated) {
        return new QualityRule(number, Severity.WARNING, false, german, english, violated);
    }

    /** Hinweis. */
    static QualityRule info(int number, String german, String english, Predicate<SchemaElement> violated) {
        return new QualityRule(number, Severity.INFO, false, german, english, violated);
    }

    /** The same rule, asked of every place where an element stands. */
    QualityRule everywhere() {
        return new QualityRule(number, severity, true, german, english, violated);
    }

    Finding at(SchemaElement element, int line) {
        return Finding.of(severity, "fim." + number, element.path(), german, english)
                .atLine(line);
    }
}
