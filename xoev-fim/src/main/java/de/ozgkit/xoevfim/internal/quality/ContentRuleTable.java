// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;

import java.util.List;
import java.util.function.IntPredicate;

/** Whether the default value of a field fits the field. */
final class ContentRuleTable {

    private ContentRuleTable() {}

    static final List<QualityRule> ALL = List.of(
            form(1069, "eine Zahl", "a number", "num", "num_currency"),
            form(1070, "eine ganze Zahl", "a whole number", "num_int"),
            form(1071, "ein Datum", "a date", "date"),
            form(1077, "ein Wahrheitswert (true oder false)", "a truth value (true or false)", "bool"),
            form(1083, "ein Zeitpunkt mit Datum und Uhrzeit", "a date with a time", "datetime"),
            form(1084, "eine Uhrzeit", "a time", "time"),
            error(
                    1072,
                    "Der Inhalt liegt unter der unteren Grenze.",
                    "The content is below the lower limit.",
                    e -> Values.compare(e.dataType, e.content, e.limits.minValue())
                                    .orElse(0)
                            < 0),
            error(
                    1073,
                    "Der Inhalt liegt über der oberen Grenze.",
                    "The content is above the upper limit.",
                    e -> Values.compare(e.dataType, e.content, e.limits.maxValue())
                                    .orElse(0)
                            > 0),
            error(
                    1074,
                    "Der Inhalt ist kürzer als die kleinste Feldlänge.",
                    "The content is shorter than the smallest length.",
                    e -> hasLength(e, e.limits.minLength(), order -> order < 0)),
            error(
                    1075,
                    "Der Inhalt ist länger als die größte Feldlänge.",
                    "The content is longer than the largest length.",
                    e -> hasLength(e, e.limits.maxLength(), order -> order > 0)),
            method(
                    1076,
                    "Der Inhalt ist kein Code der Codeliste.",
                    "The content is no code of the code list.",
                    e -> !e.inlineChoices && isNoChoice(e)),
            method(
                    1085,
                    "Der Inhalt ist kein Code der Werteliste.",
                    "The content is no code of the list of values.",
                    e -> e.inlineChoices && isNoChoice(e)));

    private static QualityRule form(int number, String german, String english, String... types) {
        return error(
                number,
                "Der Inhalt muss " + german + " sein.",
                "The content must be " + english + ".",
                e -> List.of(types).contains(e.dataType)
                        && !e.content.isEmpty()
                        && !Values.fits(e.dataType, e.content));
    }

    private static boolean hasLength(SchemaElement e, String limit, IntPredicate order) {
        if (!e.isText() || e.content.isEmpty()) {
            return false;
        }
        int length = e.content.codePointCount(0, e.content.length());
        return order.test(
                Values.compare("num_int", Integer.toString(length), limit).orElse(0));
    }

    private static boolean isNoChoice(SchemaElement e) {
        return e.isSelect()
                && !e.content.isEmpty()
                && e.choices != null
                && e.choices.stream().noneMatch(c -> c.code().equals(e.content));
    }
}
