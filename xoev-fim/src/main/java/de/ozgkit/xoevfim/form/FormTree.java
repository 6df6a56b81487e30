// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.ArrayList;
import java.util.List;

/** Looks for elements in a form by their ids. */
final class FormTree {

    private FormTree() {}

    /** What stands directly in there; of a field or an unknown place, nothing. */
    static List<FormElement> children(FormElement element) {
        return element instanceof FormGroup group ? group.children() : List.of();
    }

    /** The places of an id among these elements and within, those that stand least deep; relative to where the elements are. */
    static List<FieldPath> shallowest(List<FormElement> elements, String id) {
        List<Found> level = elements.stream()
                .map(e -> new Found(FieldPath.ROOT.child(e.id()), e))
                .toList();
        while (!level.isEmpty()) {
            List<FieldPath> hits = level.stream()
                    .filter(f -> sameId(f.element().id(), id))
                    .map(Found::path)
                    .toList();
            if (!hits.isEmpty()) {
                return hits;
            }
            List<Found> next = new ArrayList<>();
            for (Found found : level) {
                children(found.element())
                        .forEach(c -> next.add(new Found(found.path().child(c.id()), c)));
            }
            level = next;
        }
        return List.of();
    }

    /** The elements along a path, from the outermost; the path must be one of the form. */
    static List<FormElement> along(List<FormElement> elements, FieldPath path) {
        List<FormElement> found = new ArrayList<>();
        List<FormElement> level = elements;
        for (FieldPath.Step step : path.steps()) {
            FormElement element = level.stream()
                    .filter(e -> e.id().equals(step.id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such place in the form"));
            found.add(element);
            level = children(element);
        }
        return found;
    }

    /** What stands directly in a group of the form, or in the form itself. */
    static List<FormElement> inside(List<FormElement> elements, FieldPath group) {
        List<FormElement> along = along(elements, group);
        return along.isEmpty() ? elements : children(along.get(along.size() - 1));
    }

    /** Whether they name the same element; version 2 writes ids with 8 digits, version 3 the same with 11. */
    static boolean sameId(String one, String other) {
        return one.equals(other) || wide(one).equals(wide(other));
    }

    private static String wide(String id) {
        return id.length() == 9 ? id.substring(0, 3) + "000" + id.substring(3) : id;
    }

    private record Found(FieldPath path, FormElement element) {}
}
