// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.warning;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code list of a field, or the values written into it. */
final class CodeListRules {

    private static final Pattern URN =
            Pattern.compile("urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:[A-Za-z0-9()+,.:=@;$_!*'%/?#-]{1,200}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*", Pattern.DOTALL);

    private CodeListRules() {}

    static final List<QualityRule> ALL = List.of(
            error(
                    1040,
                    "Die Kennung der Codeliste fehlt.",
                    "The URN of the code list is missing.",
                    e -> e.hasCodeList && e.codeList.uri().isEmpty()),
            error(
                    1005,
                    "Die Kennung der Codeliste ist keine URN.",
                    "The identification of the code list is no URN.",
                    e -> hasUri(e) && !e.codeList.uri().startsWith("urn:")),
            method(
                    1048,
                    "Die URN der Codeliste hat nicht die vorgeschriebene Form; Umlaute sind nicht erlaubt.",
                    "The URN of the code list has not the required form; umlauts are not allowed.",
                    e -> hasUri(e)
                            && e.codeList.uri().startsWith("urn:")
                            && !URN.matcher(e.codeList.uri()).matches()),
            warning(
                    1105,
                    "Die Version der Codeliste sollte ein Datum sein, wie 2018-03-01.",
                    "The version of the code list should be a date, such as 2018-03-01.",
                    e -> !e.version3
                            && e.hasCodeList
                            && !DAY.matcher(e.codeList.version()).matches()),
            warning(
                    1037,
                    "Die Codeliste wird in mehreren Versionen verwendet.",
                    "The code list is used in several versions.",
                    e -> hasUri(e) && e.root().versionsOf(e.codeList.uri()).size() > 1),
            method(
                    1044,
                    "Die Codeliste oder Werteliste hat weniger als zwei Einträge.",
                    "The code list or list of values has less than two entries.",
                    e -> e.choices != null && e.choices.size() < 2),
            error(
                    1045,
                    "Ein Code kommt in der Codeliste oder Werteliste mehrfach vor.",
                    "A code occurs more than once in the code list or list of values.",
                    e -> repeats(e.choices, Choice::code)),
            warning(
                    1093,
                    "Ein Name kommt in der Codeliste oder Werteliste mehrfach vor.",
                    "A name occurs more than once in the code list or list of values.",
                    e -> repeats(e.choices, Choice::name)));

    private static boolean hasUri(SchemaElement e) {
        return e.hasCodeList && !e.codeList.uri().isEmpty();
    }

    private static boolean repeats(@Nullable List<Choice> choices, Function<Choice, String> part) {
        Set<String> seen = new HashSet<>();
        return choices != null && choices.stream().map(part).anyMatch(p -> !seen.add(p));
    }
}
