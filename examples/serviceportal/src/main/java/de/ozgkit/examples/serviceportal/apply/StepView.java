// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.examples.serviceportal.web.Ui;
import java.util.List;

/**
 * A page of questions as {@code question.jte} shows it.
 *
 * @param titleIsQuestion whether there is one question only, whose label is the h1
 * @param back where "Zurück" leads
 * @param toCheck whether "Weiter" leads back to the check page
 * @param more whether the group can be opened once more
 */
public record StepView(
        String service,
        String title,
        String help,
        boolean titleIsQuestion,
        List<QuestionView> questions,
        List<Ui.Problem> problems,
        String action,
        String back,
        boolean toCheck,
        boolean more,
        int number,
        int count) {

    public StepView {
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    /** Whether a file may come with it. */
    public boolean multipart() {
        return questions.stream().anyMatch(question -> question.look() == QuestionView.Look.FILE);
    }
}
