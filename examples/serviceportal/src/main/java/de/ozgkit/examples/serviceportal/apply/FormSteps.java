// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormElement;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormGroup;
import de.ozgkit.xoevfim.form.FormModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a form into pages: every group whose fields stand directly in it is one page, every field beside the groups is a page of its own. A
 * group that may repeat gets its pages as often as it was opened.
 */
final class FormSteps {

    private final Draft draft;
    private final List<Step> steps = new ArrayList<>();

    private FormSteps(Draft draft) {
        this.draft = draft;
    }

    static List<Step> of(FormModel form, Draft draft) {
        FormSteps walk = new FormSteps(draft);
        for (FormElement element : form.elements()) {
            walk.add(FieldPath.ROOT, element);
        }
        return List.copyOf(walk.steps);
    }

    private void add(FieldPath parent, FormElement element) {
        element.fold(group -> repeats(parent, group), field -> ofItsOwn(parent, field));
    }

    private boolean ofItsOwn(FieldPath parent, FormField field) {
        if (field.hidden()) {
            return false;
        }
        FieldPath path = parent.child(field.id());
        Optional<String> help = field.kind() == FormField.Kind.NOTE ? Optional.empty() : field.help();
        return steps.add(
                new Step(path, field.label(), help, List.of(new Step.Question(path, field)), Optional.empty()));
    }

    private boolean repeats(FieldPath parent, FormGroup group) {
        FieldPath first = parent.child(group.id());
        int count = Math.max(draft.repeats().getOrDefault(first, 1), highest(parent, group.id()));
        for (int index = 1; index <= count; index++) {
            int before = steps.size();
            pages(parent.child(group.id(), index), group, count > 1 ? " (" + index + ")" : "");
            boolean grows = index == count
                    && group.occurs().repeats()
                    && index < group.occurs().max();
            if (grows && steps.size() > before) {
                offerMore(before, first, index + 1);
            }
        }
        return true;
    }

    /** The last page of a group offers to open it once more; that leads to the page that is like the group's first. */
    private void offerMore(int firstPage, FieldPath first, int next) {
        FieldPath begin = steps.get(firstPage).path();
        List<FieldPath.Step> moved = new ArrayList<>(begin.steps());
        int depth = first.steps().size() - 1;
        moved.set(depth, new FieldPath.Step(moved.get(depth).id(), next));
        Step last = steps.remove(steps.size() - 1);
        Step.More more = new Step.More(first, next, new FieldPath(moved));
        steps.add(new Step(last.path(), last.title(), last.help(), last.questions(), Optional.of(more)));
    }

    private void pages(FieldPath path, FormGroup group, String number) {
        List<Step.Question> here = new ArrayList<>();
        for (FormElement child : group.children()) {
            child.fold(
                    inner -> true,
                    field -> !field.hidden() && here.add(new Step.Question(path.child(field.id()), field)));
        }
        if (!here.isEmpty()) {
            steps.add(new Step(path, group.label() + number, group.help(), here, Optional.empty()));
        }
        for (FormElement child : group.children()) {
            child.fold(inner -> repeats(path, inner), field -> false);
        }
    }

    private int highest(FieldPath parent, String id) {
        int depth = parent.steps().size();
        return draft.answers().values().keySet().stream()
                .filter(path -> path.within(parent) && path.steps().size() > depth)
                .map(path -> path.steps().get(depth))
                .filter(step -> step.id().equals(id))
                .mapToInt(FieldPath.Step::index)
                .max()
                .orElse(1);
    }
}
