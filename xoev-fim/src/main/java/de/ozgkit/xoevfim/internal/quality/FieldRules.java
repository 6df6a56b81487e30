// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.warning;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import java.util.List;
import java.util.Set;

/** Which kind of field goes with which type and which other statements. */
final class FieldRules {

    private static final Set<String> KINDS_2 = Set.of("input", "select", "label");
    private static final Set<String> KINDS_3 = Set.of("input", "select", "label", "hidden", "locked");
    private static final Set<String> TYPES_2 =
            Set.of("text", "date", "bool", "num", "num_int", "num_currency", "file", "obj");
    private static final Set<String> TYPES_3 = Set.of(
            "text", "text_latin", "date", "time", "datetime", "bool", "num", "num_int", "num_currency", "file", "obj");

    private FieldRules() {}

    static final List<QualityRule> ALL = List.of(
            error(
                    1027,
                    "Die Feldart fehlt oder ist unbekannt.",
                    "The kind of the field is missing or unknown.",
                    e -> e.is(Kind.FIELD) && !(e.version3 ? KINDS_3 : KINDS_2).contains(e.fieldKind)),
            error(
                    1028,
                    "Der Datentyp fehlt oder ist unbekannt.",
                    "The type of the data is missing or unknown.",
                    e -> e.is(Kind.FIELD) && !(e.version3 ? TYPES_3 : TYPES_2).contains(e.dataType)),
            error(
                    1030,
                    "Die Art der Vorbefüllung fehlt oder ist unbekannt; bekannt sind keine, optional und verpflichtend.",
                    "The kind of prefilling is missing or unknown; known are keine, optional and verpflichtend.",
                    e -> e.version3
                            && e.is(Kind.FIELD)
                            && !Set.of("keine", "optional", "verpflichtend").contains(e.prefill)),
            error(
                    1011,
                    "Ein Auswahlfeld muss den Datentyp Text haben.",
                    "A select field must have the type text.",
                    e -> e.isSelect() && !e.dataType.isEmpty() && !e.dataType.equals("text")),
            error(
                    1017,
                    "Nur ein Auswahlfeld darf eine Codeliste oder Werteliste haben.",
                    "Only a select field may have a code list or a list of values.",
                    e -> !e.isSelect() && (e.hasCodeList || e.inlineChoices)),
            warning(
                    1018,
                    "Ein Auswahlfeld braucht entweder eine Codeliste oder eine Werteliste.",
                    "A select field needs either a code list or a list of values.",
                    e -> e.isSelect() && e.hasCodeList == e.inlineChoices),
            error(
                    1090,
                    "Ein statisches Feld muss den Datentyp Text oder statisches Objekt haben.",
                    "A label must have the type text or static object.",
                    e -> e.fieldKind.equals("label")
                            && !e.dataType.isEmpty()
                            && !e.isText()
                            && !e.dataType.equals("obj")),
            warning(
                    1109,
                    "Ein statisches Feld sollte einen Text als Inhalt haben.",
                    "A label should have a text as its content.",
                    e -> e.fieldKind.equals("label") && e.content.isEmpty()),
            error(
                    1056,
                    "Eine Dateigröße darf nur ein Feld für Dateien haben.",
                    "Only a field for files may have a size of files.",
                    e -> !e.maxSize.isEmpty() && !e.dataType.equals("file")),
            error(
                    1057,
                    "Erlaubte Dateitypen darf nur ein Feld für Dateien haben.",
                    "Only a field for files may have allowed types of files.",
                    e -> !e.mediaTypes.isEmpty() && !e.dataType.equals("file")),
            method(
                    1058,
                    "Spalten darf nur ein Feld nennen, das auf eine Codeliste verweist.",
                    "Only a field that refers to a code list may name columns.",
                    e -> e.columnsNamed && !e.hasCodeList),
            error(
                    1100,
                    "Ein Feld für Dateien oder statische Objekte darf keinen Inhalt haben.",
                    "A field for files or static objects must have no content.",
                    e -> isFileOrObject(e) && !e.content.isEmpty()),
            method(
                    1120,
                    "Ein Feld für Dateien oder statische Objekte darf kein Muster haben.",
                    "A field for files or static objects must have no pattern.",
                    e -> isFileOrObject(e) && !e.limits.pattern().isEmpty()));

    private static boolean isFileOrObject(SchemaElement e) {
        return e.dataType.equals("file") || e.dataType.equals("obj");
    }
}
