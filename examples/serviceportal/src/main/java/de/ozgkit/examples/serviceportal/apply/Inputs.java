// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads what a question page sends. A date comes in three fields, whose names are those of the question with {@code .tag}, {@code .monat},
 * {@code .jahr}; everything else under the path of the question.
 */
final class Inputs {

    static final String DAY = ".tag";
    static final String MONTH = ".monat";
    static final String YEAR = ".jahr";

    private Inputs() {}

    /** The answers with those of this page replaced by what was sent. Questions of other pages cannot be answered here. */
    static Answers apply(FormModel form, Step step, Answers before, Map<String, List<String>> sent) {
        Answers answers = before;
        Map<String, List<String>> here = new HashMap<>();
        for (Step.Question question : step.questions()) {
            if (question.field().asked() && question.field().kind() != FormField.Kind.FILE) {
                answers = withoutRepeats(answers, question.path());
                here.put(question.path().toString(), values(question, sent));
            }
        }
        return answers.with(form.normalise(Answers.ofForm(here)));
    }

    /** All answers to a question: one, or its repeats in their order. */
    static List<Map.Entry<FieldPath, String>> given(Answers answers, FieldPath question) {
        return answers.values().entrySet().stream()
                .filter(entry -> isRepeat(entry.getKey(), question))
                .toList();
    }

    /** Whether a finding belongs to a question or one of its repeats. */
    static boolean isAbout(String findingPath, FieldPath question) {
        return !findingPath.isEmpty() && isRepeat(FieldPath.of(findingPath), question);
    }

    private static Answers withoutRepeats(Answers answers, FieldPath question) {
        Answers rest = answers;
        for (Map.Entry<FieldPath, String> entry : given(answers, question)) {
            rest = rest.without(entry.getKey());
        }
        return rest;
    }

    private static boolean isRepeat(FieldPath path, FieldPath question) {
        int last = question.steps().size() - 1;
        return path.steps().size() == question.steps().size()
                && path.steps().subList(0, last).equals(question.steps().subList(0, last))
                && path.steps().get(last).id().equals(question.steps().get(last).id());
    }

    private static List<String> values(Step.Question question, Map<String, List<String>> sent) {
        String name = question.path().toString();
        if (question.field().kind() != FormField.Kind.DATE) {
            return sent.getOrDefault(name, List.of());
        }
        List<String> parts = Stream.of(DAY, MONTH, YEAR)
                .map(part -> sent.getOrDefault(name + part, List.of("")).get(0).strip())
                .toList();
        boolean empty = parts.stream().allMatch(String::isEmpty);
        return empty ? List.of() : List.of(String.join(".", parts));
    }
}
