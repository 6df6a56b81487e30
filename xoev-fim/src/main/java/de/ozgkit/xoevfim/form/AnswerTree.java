// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers as the tree that their paths describe, for one walk along the form. */
final class AnswerTree {

    private static final AnswerTree EMPTY = new AnswerTree();

    private final Map<String, SortedMap<Integer, AnswerTree>> children = new HashMap<>();
    private @Nullable String value;

    static AnswerTree of(Answers answers) {
        AnswerTree root = new AnswerTree();
        answers.values().forEach((path, value) -> {
            AnswerTree at = root;
            for (FieldPath.Step step : path.steps()) {
                at = at.children
                        .computeIfAbsent(step.id(), id -> new TreeMap<>())
                        .computeIfAbsent(step.index(), i -> new AnswerTree());
            }
            at.value = value;
        });
        return root;
    }

    static AnswerTree empty() {
        return EMPTY;
    }

    @Nullable
    String value() {
        return value;
    }

    /** The repeats of an element that have an answer somewhere, by their number. */
    SortedMap<Integer, AnswerTree> repeats(String id) {
        return children.getOrDefault(id, new TreeMap<>());
    }

    boolean has(FormElement element) {
        return !repeats(element.id()).isEmpty();
    }

    /** Whether anything is answered at the end of this way, in any repeat. */
    boolean answered(List<FormElement> along) {
        return ends(along).findAny().isPresent();
    }

    /** The answers at the end of this way, in all repeats. */
    Stream<String> values(List<FormElement> along) {
        return ends(along).flatMap(end -> Stream.ofNullable(end.value));
    }

    private Stream<AnswerTree> ends(List<FormElement> along) {
        Stream<AnswerTree> at = Stream.of(this);
        for (FormElement element : along) {
            at = at.flatMap(t -> t.repeats(element.id()).values().stream());
        }
        return at;
    }
}
