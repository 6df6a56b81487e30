// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question as {@code question.jte} shows it.
 *
 * @param options the answers to choose from
 * @param day of a date, as typed; likewise month and year
 * @param inputmode the keyboard of a telephone
 * @param text of a note, or the name of the file chosen before
 */
public record QuestionView(
        Look look,
        Ui.Field field,
        List<Ui.Option> options,
        String day,
        String month,
        String year,
        @Nullable String inputmode,
        String text) {

    /** What it looks like. */
    public enum Look {
        TEXT,
        AREA,
        DATE,
        RADIOS,
        SELECT,
        FILE,
        NOTE,
        READ_ONLY
    }

    private static final int MOST_RADIOS = 7;
    private static final int LONG_TEXT = 255;
    private static final int MOST_REPEATS = 20;
    private static final List<Ui.Option> YES_NO = List.of(Ui.Option.of("true", "Ja"), Ui.Option.of("false", "Nein"));

    /** A question with what was answered, and where it may repeat, with one empty place more, or as many as must be filled in. */
    static List<QuestionView> of(Step.Question question, Answers answers, List<Finding> findings, boolean asTitle) {
        FormField field = question.field();
        List<String> given = new ArrayList<>(Inputs.given(answers, question.path()).stream()
                .map(entry -> entry.getValue())
                .toList());
        int wanted = field.occurs().repeats() ? Math.max(field.occurs().min(), given.size() + 1) : 1;
        int places = Math.min(Math.min(field.occurs().max(), MOST_REPEATS), wanted);
        List<QuestionView> views = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            String value =
                    i < given.size() ? given.get(i) : i == 0 ? field.content().orElse("") : "";
            views.add(view(question, value, i, findings, asTitle && places == 1));
        }
        return views;
    }

    private static QuestionView view(
            Step.Question question, String value, int index, List<Finding> findings, boolean asTitle) {
        FormField field = question.field();
        FieldPath path = question.path();
        Optional<String> error = findings.stream()
                .filter(finding -> Inputs.isAbout(finding.path(), path) && index(finding) == index)
                .map(Finding::text)
                .findFirst();
        String name = path.toString();
        String number = index == 0 ? "" : " (" + (index + 1) + ")";
        Ui.Field shown = new Ui.Field(
                index == 0 ? name : name + "_" + (index + 1),
                name,
                field.label() + number,
                hint(field),
                value,
                error,
                index >= field.occurs().min(),
                asTitle);
        String[] date = dateParts(value);
        return new QuestionView(
                look(field),
                shown,
                options(field),
                date[0],
                date[1],
                date[2],
                inputmode(field),
                field.kind() == FormField.Kind.NOTE
                        ? field.content().orElse(field.help().orElse(""))
                        : value);
    }

    private static int index(Finding finding) {
        List<FieldPath.Step> steps = FieldPath.of(finding.path()).steps();
        return steps.get(steps.size() - 1).index() - 1;
    }

    private static Look look(FormField field) {
        if (field.kind() == FormField.Kind.NOTE) {
            return Look.NOTE;
        }
        if (field.readOnly()) {
            return Look.READ_ONLY;
        }
        return switch (field.kind()) {
            case DATE -> Look.DATE;
            case BOOL -> Look.RADIOS;
            case SELECT -> field.choices().isEmpty()
                    ? Look.TEXT
                    : field.choices().size() <= MOST_RADIOS ? Look.RADIOS : Look.SELECT;
            case FILE -> Look.FILE;
            default -> field.limits().maxLength().orElse(0) > LONG_TEXT ? Look.AREA : Look.TEXT;
        };
    }

    private static List<Ui.Option> options(FormField field) {
        if (field.kind() == FormField.Kind.BOOL) {
            return YES_NO;
        }
        return field.choices().stream()
                .map(choice -> new Ui.Option(
                        choice.code(), choice.label(), choice.help().orElse("")))
                .toList();
    }

    private static String hint(FormField field) {
        if (field.kind() == FormField.Kind.NOTE) {
            return "";
        }
        if (field.kind() == FormField.Kind.DATE && field.help().isEmpty()) {
            return "Zum Beispiel 27 3 2024";
        }
        if (field.kind() == FormField.Kind.FILE && field.help().isEmpty()) {
            return "PDF, JPG oder PNG, höchstens 10 MB";
        }
        return field.help().orElse("");
    }

    private static @Nullable String inputmode(FormField field) {
        return switch (field.kind()) {
            case INTEGER -> "numeric";
            case NUMBER, CURRENCY -> "decimal";
            default -> null;
        };
    }

    /** Day, month and year of a normalised date, or as far as typed. */
    private static String[] dateParts(String value) {
        try {
            LocalDate date = LocalDate.parse(value);
            return new String[] {"" + date.getDayOfMonth(), "" + date.getMonthValue(), "" + date.getYear()};
        } catch (DateTimeParseException e) {
            String[] typed = value.split("\\.", -1);
            return typed.length == 3 ? typed : new String[] {"", "", ""};
        }
    }
}
