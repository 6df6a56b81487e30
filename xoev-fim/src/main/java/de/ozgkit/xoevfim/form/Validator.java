// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.pattern.SafePattern;
import de.ozgkit.xoevfim.validation.Din91379.Datatype;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Walks along the form and the answers together. The rules of a group are looked at before its elements, so that what they demand is
 * known when an element within is reached.
 */
final class Validator {

    private final FormModel form;
    private final Answers answers;
    private final Map<FieldPath, List<AppliedRule>> rules;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<FieldPath> known = new HashSet<>();
    private final Set<FieldPath> required = new HashSet<>();

    /** Elements that a rule wants, or does not want, by the path of their first repeat. */
    private final Set<FieldPath> demanded = new HashSet<>();

    private final Set<FieldPath> begun = new HashSet<>();
    private final Set<FieldPath> unwanted = new HashSet<>();

    Validator(FormModel form, Answers answers) {
        this.form = form;
        this.answers = answers;
        this.rules = AppliedRule.of(form);
        visit(form.elements(), AnswerTree.of(answers), FieldPath.ROOT, Optional.empty());
    }

    List<Finding> findings() {
        answers.values().keySet().stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> findings.add(Problem.unknown().at(path)));
        return List.copyOf(findings);
    }

    FormModel.Need need(FieldPath path) {
        for (int i = 1; i <= path.steps().size(); i++) {
            FieldPath part = new FieldPath(path.steps().subList(0, i));
            if (unwanted.contains(firstRepeat(part))) {
                return FormModel.Need.NOT_WANTED;
            }
        }
        return required.contains(path) ? FormModel.Need.REQUIRED : FormModel.Need.OPTIONAL;
    }

    private static FieldPath firstRepeat(FieldPath path) {
        int last = path.steps().size() - 1;
        return new FieldPath(path.steps().subList(0, last))
                .child(path.steps().get(last).id());
    }

    private void visit(List<FormElement> elements, AnswerTree given, FieldPath base, Optional<FormGroup> group) {
        rules.getOrDefault(base.withoutRepeats(), List.of()).stream()
                .filter(rule -> rule.holds(given))
                .forEach(rule -> apply(rule, given, base, group));
        for (FormElement element : elements) {
            SortedMap<Integer, AnswerTree> repeats = given.repeats(element.id());
            if (repeats.size() > element.occurs().max() && element.answerable()) {
                findings.add(Problem.tooMany(element).at(base.child(element.id(), firstTooMany(element, repeats))));
            }
            if (element instanceof FormGroup inner) {
                group(inner, repeats, base);
            } else if (element instanceof FormField field && field.answerable()) {
                field(field, repeats, base);
            }
        }
    }

    private static int firstTooMany(FormElement element, SortedMap<Integer, AnswerTree> repeats) {
        return repeats.keySet().stream()
                .skip(element.occurs().max())
                .findFirst()
                .orElse(1);
    }

    private void apply(AppliedRule rule, AnswerTree given, FieldPath base, Optional<FormGroup> group) {
        long answered = rule.targets().stream().filter(given::answered).count();
        switch (rule.demand()) {
            case ANSWERED -> rule.targets().forEach(along -> demand(along, given, base));
            case UNANSWERED -> rule.targets().forEach(along -> refuse(along, given, base));
            case AT_LEAST_ONE -> {
                if (answered == 0) {
                    findings.add(Problem.atLeastOne(rule.members()).at(base));
                }
            }
            case EXACTLY_ONE -> {
                if (answered != 1) {
                    findings.add(group.map(g -> Problem.chooseOne(g, rule.members()))
                            .orElseGet(() -> Problem.chooseOne(rule.members()))
                            .at(base));
                }
            }
        }
    }

    /** In every repeat of the groups on the way, or in the first if there is none yet. */
    private void demand(List<FormElement> along, AnswerTree given, FieldPath base) {
        FormElement next = along.get(0);
        SortedMap<Integer, AnswerTree> repeats = given.repeats(next.id());
        if (along.size() == 1) {
            demanded.add(base.child(next.id()));
        } else if (next instanceof FormGroup group) {
            begun.add(base.child(group.id()));
            instances(group, repeats, base)
                    .forEach((index, inside) ->
                            demand(along.subList(1, along.size()), inside, base.child(group.id(), index)));
        }
    }

    private void refuse(List<FormElement> along, AnswerTree given, FieldPath base) {
        FormElement next = along.get(0);
        SortedMap<Integer, AnswerTree> repeats = new TreeMap<>(given.repeats(next.id()));
        if (along.size() > 1) {
            repeats.putIfAbsent(1, AnswerTree.empty());
            repeats.forEach(
                    (index, inside) -> refuse(along.subList(1, along.size()), inside, base.child(next.id(), index)));
            return;
        }
        unwanted.add(base.child(next.id()));
        repeats.keySet().forEach(index -> findings.add(Problem.notWanted(next).at(base.child(next.id(), index))));
    }

    /** The repeats with answers, and as many without as must be there. */
    private SortedMap<Integer, AnswerTree> instances(
            FormGroup group, SortedMap<Integer, AnswerTree> repeats, FieldPath base) {
        FieldPath first = base.child(group.id());
        int min = Math.max(group.occurs().min(), demanded.contains(first) || begun.contains(first) ? 1 : 0);
        SortedMap<Integer, AnswerTree> all = new TreeMap<>(repeats);
        for (int i = 1; all.size() < min; i++) {
            all.putIfAbsent(i, AnswerTree.empty());
        }
        for (int i = 1; i <= min; i++) {
            required.add(base.child(group.id(), i));
        }
        return all;
    }

    private void group(FormGroup group, SortedMap<Integer, AnswerTree> repeats, FieldPath base) {
        int before = findings.size();
        instances(group, repeats, base).forEach((index, inside) -> {
            FieldPath path = base.child(group.id(), index);
            if (group.choice()
                    && group.answerableChildren().stream().filter(inside::has).count() != 1) {
                findings.add(
                        Problem.chooseOne(group, group.answerableChildren()).at(path));
            }
            visit(group.children(), inside, path, Optional.of(group));
        });
        FieldPath first = base.child(group.id());
        if (demanded.contains(first) && repeats.isEmpty() && findings.size() == before) {
            findings.add(Problem.emptyGroup(group).at(first));
        }
    }

    private void field(FormField field, SortedMap<Integer, AnswerTree> repeats, FieldPath base) {
        int given = 0;
        for (var repeat : repeats.entrySet()) {
            FieldPath path = base.child(field.id(), repeat.getKey());
            String raw = repeat.getValue().value();
            if (raw != null) {
                given++;
                known.add(path);
                problem(field, raw).map(p -> p.at(path)).ifPresent(findings::add);
            }
        }
        int min = Math.max(field.occurs().min(), demanded.contains(base.child(field.id())) ? 1 : 0);
        if (field.hidden()) {
            return;
        }
        for (int i = 1; i <= min; i++) {
            required.add(base.child(field.id(), i));
        }
        if (given < min) {
            int free = 1;
            while (repeats.containsKey(free)) {
                free++;
            }
            Problem problem = min == 1 ? Problem.missing(field) : Problem.tooFew(field);
            findings.add(problem.at(base.child(field.id(), free)));
        }
    }

    /** What is wrong with one answer, wherever it stands. */
    static Optional<Problem> problem(FormField field, String raw) {
        Value value = Value.of(field, raw);
        String canonical = value.canonical();
        if (canonical == null) {
            return Optional.ofNullable(value.problem());
        }
        FormField.Limits limits = field.limits();
        return switch (field.kind()) {
            case TEXT, TEXT_LATIN -> text(field, canonical);
            case DATE, DATETIME, TIME -> range(
                    field,
                    limits.minValue().filter(min -> canonical.compareTo(min) < 0),
                    // "until the 27th" includes the whole day
                    limits.maxValue().filter(max -> canonical.compareTo(max) > 0 && !canonical.startsWith(max)));
            case INTEGER, NUMBER, CURRENCY -> range(
                    field,
                    limits.minValue().filter(min -> compare(canonical, min) < 0),
                    limits.maxValue().filter(max -> compare(canonical, max) > 0));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> text(FormField field, String text) {
        FormField.Limits limits = field.limits();
        int length = text.codePointCount(0, text.length());
        if (limits.maxLength().isPresent() && length > limits.maxLength().getAsInt()) {
            return Optional.of(Problem.tooLong(field, limits.maxLength().getAsInt(), length));
        }
        if (limits.minLength().isPresent() && length < limits.minLength().getAsInt()) {
            return Optional.of(Problem.tooShort(field, limits.minLength().getAsInt()));
        }
        int stranger = field.kind() == FormField.Kind.TEXT_LATIN ? Datatype.C.firstStranger(text) : -1;
        if (stranger >= 0) {
            return Optional.of(Problem.characters(field, text.codePointCount(0, stranger) + 1));
        }
        return limits.pattern().map(pattern -> SafePattern.match(pattern, text)).flatMap(result -> switch (result) {
            case YES -> Optional.empty();
            case NO -> Optional.of(Problem.pattern(field));
            case UNKNOWN -> Optional.of(Problem.patternUnchecked(field));
        });
    }

    private static Optional<Problem> range(FormField field, Optional<String> below, Optional<String> above) {
        return below.map(min -> Problem.tooSmall(field, min)).or(() -> above.map(max -> Problem.tooLarge(field, max)));
    }

    private static int compare(String left, String right) {
        return new BigDecimal(left).compareTo(new BigDecimal(right));
    }
}
