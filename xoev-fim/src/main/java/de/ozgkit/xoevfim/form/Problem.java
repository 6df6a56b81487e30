// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is wrong with an answer, in words for the person who gave it: cause and what to do, no blame, never the answer itself. The label
 * stands in quotes, because its grammatical gender is unknown.
 */
record Problem(Finding.Severity severity, String rule, String text) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);

    Finding at(FieldPath path) {
        return Finding.of(severity, rule, path.toString(), text, text);
    }

    private static Problem error(String rule, String text) {
        return new Problem(Finding.Severity.ERROR, rule, text);
    }

    private static String quoted(FormElement element) {
        return "„" + element.label() + "“";
    }

    static Problem missing(FormField field) {
        String label = quoted(field);
        String text =
                switch (field.kind()) {
                    case SELECT -> "Wählen Sie bei " + label + " eine Möglichkeit aus.";
                    case BOOL -> "Wählen Sie bei " + label + " „Ja“ oder „Nein“ aus.";
                    case FILE -> "Fügen Sie bei " + label + " eine Datei hinzu.";
                    default -> "Geben Sie " + label + " an" + example(field) + ".";
                };
        return error("field.required", text);
    }

    static Problem form(FormField field) {
        String label = quoted(field);
        String text =
                switch (field.kind()) {
                    case DATE -> "Geben Sie " + label + " als Datum an" + example(field) + ".";
                    case TIME -> "Geben Sie " + label + " als Uhrzeit an" + example(field) + ".";
                    case DATETIME -> "Geben Sie " + label + " als Datum mit Uhrzeit an" + example(field) + ".";
                    case INTEGER -> "Geben Sie " + label + " als ganze Zahl an" + example(field) + ".";
                    case NUMBER -> "Geben Sie " + label + " als Zahl an" + example(field) + ".";
                    case CURRENCY -> "Geben Sie " + label + " als Betrag in Euro an" + example(field) + ".";
                    case BOOL -> "Wählen Sie bei " + label + " „Ja“ oder „Nein“ aus.";
                    case SELECT -> "Wählen Sie bei " + label + " eine der angebotenen Möglichkeiten aus.";
                    default -> "Prüfen Sie " + label + ": Die Angabe enthält Zeichen, die nicht möglich sind.";
                };
        return error("field.form", text);
    }

    private static String example(FormField field) {
        return switch (field.kind()) {
            case DATE -> ", zum Beispiel 27.3.2024";
            case TIME -> ", zum Beispiel 9:30";
            case DATETIME -> ", zum Beispiel 27.3.2024 9:30";
            case INTEGER -> ", zum Beispiel 12";
            case NUMBER -> ", zum Beispiel 12,5";
            case CURRENCY -> ", zum Beispiel 12,50";
            default -> "";
        };
    }

    static Problem noSuchDay(FormField field) {
        return error("field.form", "Prüfen Sie " + quoted(field) + ": Diesen Tag gibt es im Kalender nicht.");
    }

    static Problem ambiguous(FormField field) {
        return error(
                "field.form",
                "Prüfen Sie " + quoted(field)
                        + ": Der Punkt ist nicht eindeutig. Schreiben Sie Tausend ohne Punkt und Nachkommastellen mit Komma,"
                        + " zum Beispiel 1234 oder 1,234.");
    }

    static Problem tooLong(FormField field, int max, int given) {
        int over = given - max;
        return error(
                "field.max_length",
                quoted(field) + " darf höchstens " + characters(max) + " lang sein. Kürzen Sie die Angabe um "
                        + characters(over) + ".");
    }

    static Problem tooShort(FormField field, int min) {
        return error(
                "field.min_length",
                quoted(field) + " muss mindestens " + characters(min) + " lang sein. Ergänzen Sie die Angabe.");
    }

    private static String characters(int count) {
        return count == 1 ? "1 Zeichen" : count + " Zeichen";
    }

    static Problem tooSmall(FormField field, String min) {
        return error(
                "field.min_value",
                quoted(field) + (isDay(field) ? " darf nicht vor dem " : " muss mindestens ") + shown(field, min)
                        + (isDay(field) ? " liegen." : " sein.") + " Ändern Sie die Angabe.");
    }

    static Problem tooLarge(FormField field, String max) {
        return error(
                "field.max_value",
                quoted(field) + (isDay(field) ? " darf nicht nach dem " : " darf höchstens ") + shown(field, max)
                        + (isDay(field) ? " liegen." : " sein.") + " Ändern Sie die Angabe.");
    }

    private static boolean isDay(FormField field) {
        return field.kind() == FormField.Kind.DATE || field.kind() == FormField.Kind.DATETIME;
    }

    private static String shown(FormField field, String limit) {
        if (isDay(field)) {
            try {
                return LocalDate.parse(limit.substring(0, Math.min(10, limit.length())))
                        .format(DAY);
            } catch (DateTimeParseException e) {
                return limit;
            }
        }
        return limit.replace('.', ',');
    }

    static Problem pattern(FormField field) {
        return error(
                "field.pattern",
                quoted(field) + " hat nicht die erwartete Form. Prüfen Sie, ob etwas fehlt oder zu viel ist.");
    }

    static Problem patternUnchecked(FormField field) {
        return new Problem(
                Finding.Severity.WARNING,
                "field.pattern_unchecked",
                "Die Form von " + quoted(field) + " konnte nicht geprüft werden. Sie brauchen nichts zu tun.");
    }

    static Problem tooFew(FormElement element) {
        return error(
                "element.min",
                "Machen Sie bei " + quoted(element) + " mindestens "
                        + element.occurs().min() + " Angaben.");
    }

    static Problem tooMany(FormElement element) {
        int max = element.occurs().max();
        return error(
                "element.max",
                "Bei " + quoted(element) + (max == 1 ? " ist nur eine Angabe" : " sind höchstens " + max + " Angaben")
                        + " möglich. Entfernen Sie die übrigen.");
    }

    static Problem chooseOne(FormGroup group) {
        List<String> labels = group.children().stream().map(Problem::quoted).toList();
        String or = labels.size() < 2
                ? String.join("", labels)
                : labels.subList(0, labels.size() - 1).stream().collect(Collectors.joining(", ")) + " oder "
                        + labels.get(labels.size() - 1);
        return error("group.choice", "Füllen Sie bei " + quoted(group) + " genau eines aus: " + or + ".");
    }

    static Problem unknown() {
        return error(
                "answer.unknown",
                "Eine Angabe gehört nicht zu diesem Formular. Laden Sie die Seite neu und machen Sie sie noch einmal.");
    }
}
