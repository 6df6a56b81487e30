// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.examples.serviceportal.web.Words;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FormField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Answers as people read them: on the check page, on the office's desk. */
final class ReadBack {

    private ReadBack() {}

    /**
     * One page of answers.
     *
     * @param step where to change them
     */
    record Section(Step step, List<Line> lines) {}

    /** A question and what was answered; {@code Keine Angabe} if nothing was. */
    record Line(String label, String value) {}

    static List<Section> of(List<Step> steps, Answers answers) {
        List<Section> sections = new ArrayList<>();
        for (Step step : steps) {
            List<Line> lines = step.questions().stream()
                    .filter(question -> question.field().kind() != FormField.Kind.NOTE)
                    .map(question -> new Line(question.field().label(), value(question, answers)))
                    .toList();
            if (!lines.isEmpty()) {
                sections.add(new Section(step, lines));
            }
        }
        return sections;
    }

    private static String value(Step.Question question, Answers answers) {
        List<String> given = Inputs.given(answers, question.path()).stream()
                .map(entry -> text(question.field(), entry.getValue()))
                .toList();
        return given.isEmpty() ? "Keine Angabe" : String.join(", ", given);
    }

    private static String text(FormField field, String value) {
        return switch (field.kind()) {
            case SELECT -> field.choiceLabel(value);
            case BOOL -> "true".equals(value) ? "Ja" : "Nein";
            case DATE -> date(value);
            case NUMBER, CURRENCY -> value.replace('.', ',');
            default -> value;
        };
    }

    private static String date(String value) {
        try {
            return Words.date(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
