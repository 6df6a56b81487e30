// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with an answer, in words for the person who gave it: cause and what to do, no blame, never the answer itself. The label
 * stands in quotes, because its grammatical gender is unknown.
 */
record Problem(Finding.Severity severity, String rule, String text, String english) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    Finding at(FieldPath path) {
        return Finding.of(severity, rule, path.toString(), text, english);
    }

    private static Problem error(String rule, String text, String english) {
        return new Problem(Finding.Severity.ERROR, rule, text, english);
    }

    private static String quoted(FormElement element) {
        return "„" + element.label() + "“";
    }

    private static String inEnglish(FormElement element) {
        return "“" + element.label() + "”";
    }

    static Problem missing(FormField field) {
        String label = quoted(field);
        String english = inEnglish(field);
        return switch (field.kind()) {
            case SELECT -> error(
                    "field.required",
                    "Wählen Sie bei " + label + " eine Möglichkeit aus.",
                    "Choose an option for " + english + ".");
            case BOOL -> error("field.required", yesOrNo(label), englishYesOrNo(english));
            case FILE -> error(
                    "field.required",
                    "Fügen Sie bei " + label + " eine Datei hinzu.",
                    "Add a file for " + english + ".");
            default -> error(
                    "field.required",
                    "Geben Sie " + label + " an" + example(field, ", zum Beispiel ", false) + ".",
                    "Enter " + english + example(field, ", for example ", true) + ".");
        };
    }

    static Problem form(FormField field) {
        String label = quoted(field);
        String english = inEnglish(field);
        return switch (field.kind()) {
            case DATE -> asked(field, "Datum", "a date");
            case TIME -> asked(field, "Uhrzeit", "a time");
            case DATETIME -> asked(field, "Datum mit Uhrzeit", "a date and time");
            case INTEGER -> asked(field, "ganze Zahl", "a whole number");
            case NUMBER -> asked(field, "Zahl", "a number");
            case CURRENCY -> asked(field, "Betrag in Euro", "an amount in euros");
            case BOOL -> error("field.form", yesOrNo(label), englishYesOrNo(english));
            case SELECT -> error(
                    "field.form",
                    "Wählen Sie bei " + label + " eine der angebotenen Möglichkeiten aus.",
                    "Choose one of the options offered for " + english + ".");
            default -> error(
                    "field.form",
                    "Prüfen Sie " + label + ": Die Angabe enthält Zeichen, die nicht möglich sind.",
                    "Check " + english + ": it contains characters that are not possible here.");
        };
    }

    private static Problem asked(FormField field, String what, String english) {
        return error(
                "field.form",
                "Geben Sie " + quoted(field) + " als " + what + " an" + example(field, ", zum Beispiel ", false) + ".",
                "Enter " + inEnglish(field) + " as " + english + example(field, ", for example ", true) + ".");
    }

    private static String yesOrNo(String label) {
        return "Wählen Sie bei " + label + " „Ja“ oder „Nein“ aus.";
    }

    private static String englishYesOrNo(String label) {
        return "Choose “Ja” (yes) or “Nein” (no) for " + label + ".";
    }

    /** Examples are what can be typed: the German forms, in both languages. */
    private static String example(FormField field, String lead, boolean english) {
        String decimal = english ? " (with a decimal comma)" : "";
        return switch (field.kind()) {
            case DATE -> lead + "27.3.2024";
            case TIME -> lead + "9:30";
            case DATETIME -> lead + "27.3.2024 9:30";
            case INTEGER -> lead + "12";
            case NUMBER -> lead + "12,5" + decimal;
            case CURRENCY -> lead + "12,50" + decimal;
            default -> "";
        };
    }

    static Problem noSuchDay(FormField field) {
        return error(
                "field.form",
                "Prüfen Sie " + quoted(field) + ": Diesen Tag gibt es im Kalender nicht.",
                "Check " + inEnglish(field) + ": there is no such day in the calendar.");
    }

    static Problem ambiguous(FormField field) {
        return error(
                "field.form",
                "Prüfen Sie " + quoted(field)
                        + ": Der Punkt ist nicht eindeutig. Schreiben Sie Tausend ohne Punkt und Nachkommastellen mit Komma,"
                        + " zum Beispiel 1234 oder 1,234.",
                "Check " + inEnglish(field)
                        + ": the point could mean two things. Write thousands without a point and decimals with a comma,"
                        + " for example 1234 or 1,234.");
    }

    static Problem tooLong(FormField field, int max, int given) {
        int over = given - max;
        return error(
                "field.max_length",
                quoted(field) + " darf höchstens " + max + " Zeichen lang sein. Kürzen Sie die Angabe um " + over
                        + " Zeichen.",
                inEnglish(field) + " may have at most " + characters(max) + ". Shorten it by " + characters(over)
                        + ".");
    }

    static Problem tooShort(FormField field, int min) {
        return error(
                "field.min_length",
                quoted(field) + " muss mindestens " + min + " Zeichen lang sein. Ergänzen Sie die Angabe.",
                inEnglish(field) + " must have at least " + characters(min) + ". Add what is missing.");
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }

    static Problem tooSmall(FormField field, String min) {
        boolean moment = isMoment(field);
        return error(
                "field.min_value",
                quoted(field) + (moment ? " darf nicht vor " + dem(field) : " muss mindestens ")
                        + shown(field, min, DAY) + (moment ? " liegen." : " sein.") + " Ändern Sie die Angabe.",
                inEnglish(field) + (moment ? " must not be before " : " must be at least ")
                        + shown(field, min, ENGLISH_DAY) + ". Change it.");
    }

    static Problem tooLarge(FormField field, String max) {
        boolean moment = isMoment(field);
        return error(
                "field.max_value",
                quoted(field) + (moment ? " darf nicht nach " + dem(field) : " darf höchstens ")
                        + shown(field, max, DAY) + (moment ? " liegen." : " sein.") + " Ändern Sie die Angabe.",
                inEnglish(field) + (moment ? " must not be after " : " must be at most ")
                        + shown(field, max, ENGLISH_DAY) + ". Change it.");
    }

    private static boolean isMoment(FormField field) {
        return field.kind().isMoment();
    }

    private static String dem(FormField field) {
        return field.kind() == FormField.Kind.TIME ? "" : "dem ";
    }

    private static String shown(FormField field, String limit, DateTimeFormatter form) {
        if (!isMoment(field)) {
            return form == DAY ? limit.replace('.', ',') : limit;
        }
        try {
            String day = LocalDate.parse(limit.substring(0, Math.min(10, limit.length())))
                    .format(form);
            return limit.length() > 10 ? day + " " + limit.substring(11) : day;
        } catch (DateTimeParseException e) {
            return limit;
        }
    }

    /** The place counts from 1. */
    static Problem characters(FormField field, int place) {
        return error(
                "field.characters",
                "Ersetzen oder löschen Sie bei " + quoted(field) + " das " + place
                        + ". Zeichen. Möglich sind lateinische Buchstaben, auch mit Akzenten, Ziffern und einfache Satzzeichen.",
                "Replace or delete character " + place + " of " + inEnglish(field)
                        + ". You can use Latin letters, also with accents, digits and simple punctuation.");
    }

    static Problem pattern(FormField field) {
        return error(
                "field.pattern",
                quoted(field) + " hat nicht die erwartete Form. Prüfen Sie, ob etwas fehlt oder zu viel ist.",
                inEnglish(field) + " has not the expected form. Check whether something is missing or too much.");
    }

    static Problem patternUnchecked(FormField field) {
        return new Problem(
                Finding.Severity.WARNING,
                "field.pattern_unchecked",
                "Die Form von " + quoted(field) + " konnte nicht geprüft werden. Sie brauchen nichts zu tun.",
                "The form of " + inEnglish(field) + " could not be checked. You need not do anything.");
    }

    static Problem tooFew(FormElement element) {
        int min = element.occurs().min();
        return error(
                "element.min",
                "Machen Sie bei " + quoted(element) + " mindestens " + min + " Angaben.",
                "Give at least " + min + " entries for " + inEnglish(element) + ".");
    }

    static Problem tooMany(FormElement element) {
        int max = element.occurs().max();
        return error(
                "element.max",
                "Bei " + quoted(element) + (max == 1 ? " ist nur eine Angabe" : " sind höchstens " + max + " Angaben")
                        + " möglich. Entfernen Sie die übrigen.",
                inEnglish(element) + " can have " + (max == 1 ? "only one entry" : "at most " + max + " entries")
                        + ". Remove the others.");
    }

    static Problem chooseOne(FormElement group, List<? extends FormElement> members) {
        return error(
                "group.choice",
                "Füllen Sie bei " + quoted(group) + " genau eines aus: " + listed(members, false) + ".",
                "Fill in exactly one for " + inEnglish(group) + ": " + listed(members, true) + ".");
    }

    /** Members of a rule without a group to name: they stand in the form itself. */
    static Problem chooseOne(List<? extends FormElement> members) {
        return error(
                "group.choice",
                "Füllen Sie genau eines aus: " + listed(members, false) + ".",
                "Fill in exactly one: " + listed(members, true) + ".");
    }

    static Problem atLeastOne(List<? extends FormElement> members) {
        return error(
                "group.at_least_one",
                "Füllen Sie mindestens eines aus: " + listed(members, false) + ".",
                "Fill in at least one: " + listed(members, true) + ".");
    }

    static Problem emptyGroup(FormElement group) {
        return error("group.required", "Füllen Sie " + quoted(group) + " aus.", "Fill in " + inEnglish(group) + ".");
    }

    static Problem notWanted(FormElement element) {
        return error(
                "element.not_wanted",
                "Lassen Sie " + quoted(element) + " frei: Das passt nicht zu Ihren übrigen Angaben.",
                "Leave " + inEnglish(element) + " empty: it does not fit your other answers.");
    }

    private static String listed(List<? extends FormElement> elements, boolean english) {
        List<String> labels =
                elements.stream().map(e -> english ? inEnglish(e) : quoted(e)).toList();
        int last = labels.size() - 1;
        return last < 1
                ? String.join("", labels)
                : String.join(", ", labels.subList(0, last)) + (english ? " or " : " oder ") + labels.get(last);
    }

    static Problem unknown() {
        return error(
                "answer.unknown",
                "Eine Angabe gehört nicht zu diesem Formular. Laden Sie die Seite neu und machen Sie sie noch einmal.",
                "One answer does not belong to this form. Load the page again and give it once more.");
    }
}
