// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.FormRule.Condition;
import de.ozgkit.xoevfim.form.FormRule.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for each rule the groups of a form in which it applies, and reports every rule that nobody will check. */
final class Rules {

    /** A rule as it stands at an element of the schema. */
    record Text(String id, FieldPath place, String text) {}

    private final List<FormElement> elements;
    private final List<Finding> findings;

    Rules(List<FormElement> elements, List<Finding> findings) {
        this.elements = elements;
        this.findings = findings;
    }

    List<FormRule> all(List<Text> texts) {
        Map<String, Finding> once = new LinkedHashMap<>();
        List<FormRule> rules = new ArrayList<>();
        for (Text text : texts) {
            FormRule rule = new FormRule(text.id(), text.place(), text.text(), placed(text, once));
            rules.add(rule);
            if (!rule.understood()) {
                once.putIfAbsent(
                        text.id(),
                        Finding.of(
                                Finding.Severity.INFO,
                                "form.rule_text",
                                text.id(),
                                "Eine Regel ist nicht in der üblichen Sprache geschrieben und wird nicht geprüft.",
                                "A rule is not written in the usual language and is not checked."));
            }
        }
        findings.addAll(once.values());
        return rules;
    }

    /** All statements with their groups; if one of them cannot be applied, none is. */
    private List<Statement> placed(Text text, Map<String, Finding> once) {
        List<Statement> statements = RuleGrammar.parse(text.text());
        List<Statement> placed = new ArrayList<>();
        for (Statement statement : statements) {
            Optional<Finding> problem = place(text, statement, placed);
            if (problem.isPresent()) {
                once.putIfAbsent(text.id(), problem.get());
                return statements;
            }
        }
        return placed;
    }

    private Optional<Finding> place(Text text, Statement statement, List<Statement> placed) {
        Set<String> ids = new LinkedHashSet<>(statement.elements());
        statement.when().forEach(c -> ids.add(c.element()));
        FieldPath from = holding(text.place(), ids);
        if (from == null) {
            return Optional.of(Finding.warning(
                    "form.rule_element",
                    text.id(),
                    "Eine Regel nennt ein Element, das im Formular nicht vorkommt, und wird nicht geprüft.",
                    "A rule names an element that is not in the form, and is not checked."));
        }
        List<FieldPath> groups = nearest(from, ids);
        if (groups.isEmpty()) {
            return Optional.of(Finding.warning(
                    "form.rule_place",
                    text.id(),
                    "Eine Regel nennt ein Element, das mehrfach vorkommt, und wird nicht geprüft.",
                    "A rule names an element that stands in several places, and is not checked."));
        }
        Optional<Statement> exact = exact(statement, groups);
        exact.ifPresent(placed::add);
        return exact.isPresent()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "form.rule_value",
                        text.id(),
                        "Eine Regel nennt einen Wert, den ihr Feld nicht haben kann, und wird nicht geprüft.",
                        "A rule names a value that its field cannot have, and is not checked."));
    }

    /** The nearest group around the rule that holds all elements somewhere; null if not even the form does. */
    private @Nullable FieldPath holding(FieldPath place, Set<String> ids) {
        for (int depth = place.steps().size(); depth >= 0; depth--) {
            FieldPath at = new FieldPath(place.steps().subList(0, depth));
            List<FormElement> inside = FormTree.inside(elements, at);
            if (ids.stream().allMatch(id -> answerable(inside, id))) {
                return at;
            }
        }
        return null;
    }

    private static boolean answerable(List<FormElement> inside, String id) {
        List<FieldPath> places = FormTree.shallowest(inside, id);
        return !places.isEmpty()
                && places.stream().allMatch(p -> last(FormTree.along(inside, p)).answerable());
    }

    private static FormElement last(List<FormElement> elements) {
        return elements.get(elements.size() - 1);
    }

    /** The groups from here inwards in which each id has one place; the deepest that hold all of them. */
    private List<FieldPath> nearest(FieldPath from, Set<String> ids) {
        List<FormElement> inside = FormTree.inside(elements, from);
        List<FieldPath> places = new ArrayList<>();
        for (String id : ids) {
            List<FieldPath> found = FormTree.shallowest(inside, id);
            if (found.size() != 1) {
                return inside.stream()
                        .filter(e -> ids.stream().allMatch(i -> answerable(FormTree.children(e), i)))
                        .flatMap(e -> nearest(from.child(e.id()), ids).stream())
                        .toList();
            }
            places.add(found.get(0));
        }
        FieldPath common = from;
        for (FieldPath.Step step : places.get(0).steps()) {
            FieldPath deeper = common.child(step.id());
            int depth = deeper.steps().size() - from.steps().size();
            // An element is not inside itself.
            if (!places.stream()
                    .allMatch(p ->
                            p.steps().size() > depth && p.steps().get(depth - 1).equals(step))) {
                break;
            }
            common = deeper;
        }
        return List.of(common);
    }

    /** With the ids of this form and canonical values; empty if a value is none of its field. */
    private Optional<Statement> exact(Statement statement, List<FieldPath> groups) {
        List<FormElement> inside = FormTree.inside(elements, groups.get(0));
        List<Condition> when = new ArrayList<>();
        for (Condition condition : statement.when()) {
            FormElement element = find(inside, condition.element());
            Optional<String> value = condition.value().flatMap(v -> canonical(element, v));
            if (value.isPresent() != condition.value().isPresent()) {
                return Optional.empty();
            }
            when.add(new Condition(element.id(), condition.test(), value));
        }
        List<String> ids =
                statement.elements().stream().map(id -> find(inside, id).id()).toList();
        return Optional.of(new Statement(when, statement.demand(), ids, groups));
    }

    private static FormElement find(List<FormElement> inside, String id) {
        return last(FormTree.along(inside, FormTree.shallowest(inside, id).get(0)));
    }

    private static Optional<String> canonical(FormElement element, String value) {
        return element.fold(
                group -> Optional.empty(),
                field -> Validator.problem(field, value).isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(Value.of(field, value).canonical()));
    }
}
