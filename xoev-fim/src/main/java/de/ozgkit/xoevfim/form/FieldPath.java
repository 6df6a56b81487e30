// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The place of an answer in a form: ids from the outermost group to the field, joined by points; the second and further repeats carry
 * their number behind a hyphen. {@code G00000253.F60000240-2} is the second telephone number in the first group G00000253.
 *
 * <p>Only letters, digits, points and hyphens occur, so that a path is usable as it is in HTML names and ids, in URLs and in logs.
 *
 * @param steps from the outermost to the innermost; empty for the form itself
 * @since 0.1
 */
public record FieldPath(List<Step> steps) implements Comparable<FieldPath> {

    /** The form itself. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    /** The largest number of a repeat. */
    public static final int MAX_INDEX = 9999;

    private static final int MAX_STEPS = 60;
    private static final int MAX_ID = 40;
    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]{0,39})(?:-([1-9][0-9]{0,3}))?");
    private static final Comparator<Step> STEP_ORDER =
            Comparator.comparing(Step::id).thenComparingInt(Step::index);

    /**
     * One step.
     *
     * @param id the id of the group or field
     * @param index which repeat, from 1
     */
    public record Step(String id, int index) {
        public Step {
            if (!isId(id) || index < 1 || index > MAX_INDEX) {
                throw new IllegalArgumentException(
                        "a step has an id of letters and digits and a number from 1 to " + MAX_INDEX);
            }
        }

        @Override
        public String toString() {
            return index == 1 ? id : id + "-" + index;
        }
    }

    public FieldPath {
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a path has at most " + MAX_STEPS + " steps");
        }
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat the text
     */
    public static FieldPath of(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", MAX_STEPS + 1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                throw new IllegalArgumentException("a path looks like G00000253-2.F60000319, but step "
                        + (steps.size() + 1) + " of this one does not");
            }
            steps.add(new Step(step.group(1), step.group(2) == null ? 1 : Integer.parseInt(step.group(2))));
        }
        return new FieldPath(steps);
    }

    /** By hand: it is asked for every step of every path. */
    static boolean isId(String text) {
        boolean id = !text.isEmpty() && text.length() <= MAX_ID && text.charAt(0) > '9';
        for (int i = 0; id && i < text.length(); i++) {
            char c = text.charAt(i);
            id = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return id;
    }

    /** The first repeat of an element in here. */
    public FieldPath child(String id) {
        return child(id, 1);
    }

    /** A repeat of an element in here. */
    public FieldPath child(String id, int index) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(id, index));
        return new FieldPath(longer);
    }

    /** Whether this is the other place or lies within it. */
    public boolean within(FieldPath other) {
        return steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** The same place with every repeat taken for the first: where it stands in the form rather than in the answers. */
    public FieldPath withoutRepeats() {
        return new FieldPath(steps.stream().map(s -> new Step(s.id(), 1)).toList());
    }

    /** By ids, then by number: repeats in their order. */
    @Override
    public int compareTo(FieldPath other) {
        for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
            int order = STEP_ORDER.compare(steps.get(i), other.steps.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(steps.size(), other.steps.size());
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("."));
    }
}
