// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Walks along the form and the answers together. */
final class Validator {

    private final Answers answers;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<FieldPath> known = new HashSet<>();

    Validator(Answers answers) {
        this.answers = answers;
    }

    List<Finding> validate(List<FormElement> elements) {
        visit(elements, AnswerTree.of(answers), FieldPath.ROOT);
        answers.values().keySet().stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> findings.add(Problem.unknown().at(path)));
        return findings;
    }

    private void visit(List<FormElement> elements, AnswerTree given, FieldPath base) {
        for (FormElement element : elements) {
            SortedMap<Integer, AnswerTree> repeats = given.repeats(element.id());
            if (repeats.size() > element.occurs().max()) {
                findings.add(Problem.tooMany(element).at(base.child(element.id(), firstTooMany(element, repeats))));
            }
            if (element instanceof FormGroup group) {
                group(group, repeats, base);
            } else if (element instanceof FormField field && field.kind() != FormField.Kind.NOTE) {
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

    private void group(FormGroup group, SortedMap<Integer, AnswerTree> repeats, FieldPath base) {
        SortedMap<Integer, AnswerTree> all = new TreeMap<>(repeats);
        for (int i = 1; all.size() < group.occurs().min(); i++) {
            all.putIfAbsent(i, AnswerTree.empty());
        }
        all.forEach((index, inside) -> {
            FieldPath path = base.child(group.id(), index);
            if (group.choice() && group.children().stream().filter(inside::has).count() != 1) {
                findings.add(Problem.chooseOne(group).at(path));
            }
            visit(group.children(), inside, path);
        });
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
        if (given < field.occurs().min() && field.kind() != FormField.Kind.HIDDEN) {
            int free = 1;
            while (repeats.containsKey(free)) {
                free++;
            }
            Problem problem = field.occurs().min() == 1 ? Problem.missing(field) : Problem.tooFew(field);
            findings.add(problem.at(base.child(field.id(), free)));
        }
    }

    private static Optional<Problem> problem(FormField field, String raw) {
        Value value = Value.of(field, raw);
        String canonical = value.canonical();
        if (canonical == null) {
            return Optional.ofNullable(value.problem());
        }
        return switch (field.kind()) {
            case TEXT -> text(field, canonical);
            case DATE, DATETIME, TIME -> range(
                    field,
                    field.limits().minValue().filter(min -> canonical.compareTo(min) < 0),
                    // "until the 27th" includes the whole day
                    field.limits()
                            .maxValue()
                            .filter(max -> canonical.compareTo(max) > 0 && !canonical.startsWith(max)));
            case INTEGER, NUMBER, CURRENCY -> range(
                    field,
                    field.limits().minValue().filter(min -> compare(canonical, min) < 0),
                    field.limits().maxValue().filter(max -> compare(canonical, max) > 0));
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
