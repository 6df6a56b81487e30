// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.List;
import java.util.Optional;

/**
 * A rule between elements, which a schema tells in words. The controlled sentences of the FIM editors are understood and applied in
 * {@link FormModel#validate}; every other rule is kept as text, so that somebody can check it, and is a finding of the form.
 *
 * @param id the FIM id, such as R60000021
 * @param place where it stands: a group, a field or the form
 * @param text its words
 * @param statements what was understood; empty if any sentence was not
 * @since 0.1
 */
public record FormRule(String id, FieldPath place, String text, List<Statement> statements) {

    /** What is demanded of elements. */
    public enum Demand {
        /** All of them must be answered. */
        ANSWERED,
        /** None of them may be answered. */
        UNANSWERED,
        /** At least one of them must be answered. */
        AT_LEAST_ONE,
        /** Exactly one of them must be answered. */
        EXACTLY_ONE
    }

    /** What is tested of a field or group. */
    public enum Test {
        /** It has an answer. */
        ANSWERED,
        /** It has none. */
        UNANSWERED,
        /** One of its answers is the value. */
        IS,
        /** None of its answers is the value; holds also while it has none. */
        IS_NOT
    }

    /**
     * A test of one element.
     *
     * @param element the FIM id of a field or group
     * @param test what is tested
     * @param value the canonical value to compare with, for {@link Test#IS} and {@link Test#IS_NOT}
     */
    public record Condition(String element, Test test, Optional<String> value) {}

    /**
     * One sentence: if all conditions hold, the demand holds.
     *
     * @param when the conditions; none for "always"
     * @param demand what is demanded
     * @param elements the FIM ids of the fields or groups it is demanded of
     * @param groups the groups in the form, in each repeat of which it is applied: the nearest that hold all its elements; empty if it
     *     cannot be applied, because the form has not the elements or the value
     */
    public record Statement(List<Condition> when, Demand demand, List<String> elements, List<FieldPath> groups) {
        public Statement {
            when = List.copyOf(when);
            elements = List.copyOf(elements);
            groups = List.copyOf(groups);
        }
    }

    public FormRule {
        statements = List.copyOf(statements);
    }

    /** Whether the sentences were understood. */
    public boolean understood() {
        return !statements.isEmpty();
    }

    /** Whether it is checked: understood, and all that it names is in the form. */
    public boolean applied() {
        return understood() && statements.stream().noneMatch(s -> s.groups().isEmpty());
    }
}
