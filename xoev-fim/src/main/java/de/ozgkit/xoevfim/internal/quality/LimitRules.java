// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.warning;

import java.util.List;
import java.util.Set;

/** Lengths and ranges of a field. */
final class LimitRules {

    private static final Set<String> RANGED = Set.of("num", "num_int", "num_currency", "date", "time", "datetime");

    private LimitRules() {}

    static final List<QualityRule> ALL = List.of(
            method(
                    1012,
                    "Ein Auswahlfeld oder statisches Feld darf keine Feldlänge haben.",
                    "A select field or a label must have no length.",
                    e -> e.isText() && !hasInput(e) && hasLength(e)),
            error(
                    1015,
                    "Nur ein Feld mit dem Datentyp Text darf eine Feldlänge haben.",
                    "Only a field of the type text may have a length.",
                    e -> !e.isText() && hasLength(e)),
            error(
                    1016,
                    "Nur ein Feld für Zahlen oder Zeiten darf einen Wertebereich haben.",
                    "Only a field for numbers or times may have a range of values.",
                    e -> !RANGED.contains(e.dataType) && hasRange(e)),
            warning(
                    1102,
                    "Ein Eingabefeld für Text sollte eine kleinste und eine größte Länge haben.",
                    "An input field for text should have a smallest and a largest length.",
                    e -> e.isText()
                            && e.fieldKind.equals("input")
                            && (e.limits.minLength().isEmpty()
                                    || e.limits.maxLength().isEmpty())),
            warning(
                    1103,
                    "Ein Feld für Zahlen oder ein Datum sollte einen Wertebereich haben.",
                    "A field for numbers or a date should have a range of values.",
                    e -> (e.isNumber() || e.dataType.equals("date")) && !hasRange(e)),
            error(
                    1059,
                    "Die kleinste Feldlänge muss eine ganze Zahl ab 0 sein.",
                    "The smallest length must be a whole number from 0 on.",
                    e -> hasLimit(e, e.limits.minLength()) && !Values.isWhole(e.limits.minLength(), 0)),
            error(
                    1060,
                    "Die größte Feldlänge muss eine ganze Zahl ab 1 sein.",
                    "The largest length must be a whole number from 1 on.",
                    e -> hasLimit(e, e.limits.maxLength()) && !Values.isWhole(e.limits.maxLength(), 1)),
            error(
                    1061,
                    "Die kleinste Feldlänge ist größer als die größte.",
                    "The smallest length is larger than the largest.",
                    e -> e.isText()
                            && Values.compare("num_int", e.limits.minLength(), e.limits.maxLength())
                                            .orElse(0)
                                    > 0),
            low(1062, "eine Zahl", "a number", "num", "num_currency"),
            high(1063, "eine Zahl", "a number", "num", "num_currency"),
            error(
                    1064,
                    "Die untere Grenze ist größer als die obere.",
                    "The lower limit is larger than the upper one.",
                    e -> Values.compare(e.dataType, e.limits.minValue(), e.limits.maxValue())
                                    .orElse(0)
                            > 0),
            low(1065, "eine ganze Zahl", "a whole number", "num_int"),
            high(1066, "eine ganze Zahl", "a whole number", "num_int"),
            low(1067, "ein Datum", "a date", "date"),
            high(1068, "ein Datum", "a date", "date"),
            low(1079, "ein Zeitpunkt mit Datum und Uhrzeit", "a date with a time", "datetime"),
            high(1080, "ein Zeitpunkt mit Datum und Uhrzeit", "a date with a time", "datetime"),
            low(1081, "eine Uhrzeit", "a time", "time"),
            high(1082, "eine Uhrzeit", "a time", "time"));

    private static QualityRule low(int number, String german, String english, String... types) {
        return error(
                number,
                "Die untere Grenze muss " + german + " sein.",
                "The lower limit must be " + english + ".",
                e -> isWrong(e, e.limits.minValue(), types));
    }

    private static QualityRule high(int number, String german, String english, String... types) {
        return error(
                number,
                "Die obere Grenze muss " + german + " sein.",
                "The upper limit must be " + english + ".",
                e -> isWrong(e, e.limits.maxValue(), types));
    }

    private static boolean isWrong(SchemaElement e, String limit, String... types) {
        return List.of(types).contains(e.dataType) && !limit.isEmpty() && !Values.fits(e.dataType, limit);
    }

    private static boolean hasLimit(SchemaElement e, String limit) {
        return e.isText() && hasInput(e) && !limit.isEmpty();
    }

    private static boolean hasInput(SchemaElement e) {
        return !e.isSelect() && !e.fieldKind.equals("label");
    }

    private static boolean hasLength(SchemaElement e) {
        return !e.limits.minLength().isEmpty() || !e.limits.maxLength().isEmpty();
    }

    private static boolean hasRange(SchemaElement e) {
        return !e.limits.minValue().isEmpty() || !e.limits.maxValue().isEmpty();
    }
}
