// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence of a rule in one of the groups where it applies, with its elements found.
 *
 * @param targets the elements it demands something of, each with the groups on the way to it
 */
record AppliedRule(List<Test> when, FormRule.Demand demand, List<List<FormElement>> targets) {

    /**
     * A condition.
     *
     * @param along the element that is tested, with the groups on the way to it
     */
    record Test(List<FormElement> along, FormRule.Test test, Optional<String> value) {}

    /** All sentences that apply, by the group in the form. */
    static Map<FieldPath, List<AppliedRule>> of(FormModel form) {
        Map<FieldPath, List<AppliedRule>> applied = new HashMap<>();
        form.rules().stream()
                .filter(FormRule::applied)
                .flatMap(rule -> rule.statements().stream())
                .forEach(statement -> statement.groups().forEach(group -> applied.computeIfAbsent(
                                group, g -> new ArrayList<>())
                        .add(of(statement, FormTree.inside(form.elements(), group)))));
        return applied;
    }

    private static AppliedRule of(FormRule.Statement statement, List<FormElement> inside) {
        return new AppliedRule(
                statement.when().stream()
                        .map(c -> new Test(along(inside, c.element()), c.test(), c.value()))
                        .toList(),
                statement.demand(),
                statement.elements().stream().map(id -> along(inside, id)).toList());
    }

    private static List<FormElement> along(List<FormElement> inside, String id) {
        return FormTree.along(inside, FormTree.shallowest(inside, id).get(0));
    }

    /** The elements it demands something of. */
    List<FormElement> members() {
        return targets.stream().map(t -> t.get(t.size() - 1)).toList();
    }

    /** Whether all conditions hold for the answers in a group. */
    boolean holds(AnswerTree given) {
        return when.stream().allMatch(test -> switch (test.test()) {
            case ANSWERED -> given.answered(test.along());
            case UNANSWERED -> !given.answered(test.along());
            case IS -> is(given, test);
            case IS_NOT -> !is(given, test);
        });
    }

    private static boolean is(AnswerTree given, Test test) {
        return test.along().get(test.along().size() - 1) instanceof FormField field
                && given.values(test.along()).anyMatch(raw -> test.value()
                        .equals(Optional.ofNullable(Value.of(field, raw).canonical())));
    }
}
