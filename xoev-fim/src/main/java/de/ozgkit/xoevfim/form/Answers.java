// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered: one text for each place in the form. A blank text is no answer and not kept. Immutable; every change makes a
 * new object. {@link #toString} shows no answer.
 *
 * @since 0.1
 */
public final class Answers {

    private static final Answers NONE = new Answers(new TreeMap<>());

    private final SortedMap<FieldPath, String> values;

    private Answers(SortedMap<FieldPath, String> values) {
        this.values = values;
    }

    /** No answer yet. */
    public static Answers none() {
        return NONE;
    }

    /**
     * Answers by their paths, for example from a saved draft.
     *
     * @throws IllegalArgumentException if a key is no path
     */
    public static Answers of(Map<String, String> values) {
        TreeMap<FieldPath, String> read = new TreeMap<>();
        values.forEach((path, value) -> put(read, FieldPath.of(path), value));
        return new Answers(read);
    }

    /**
     * Answers as a web form sends them: names are paths, several values of one name are the repeats of that field, in their order. Names
     * that are no paths (buttons, tokens) are left out.
     */
    public static Answers ofForm(Map<String, List<String>> parameters) {
        TreeMap<FieldPath, String> read = new TreeMap<>();
        parameters.forEach((name, texts) -> {
            FieldPath path = pathOrNull(name);
            if (path != null && !path.steps().isEmpty()) {
                List<String> given = texts.stream().filter(t -> !t.isBlank()).toList();
                FieldPath.Step last = path.steps().get(path.steps().size() - 1);
                FieldPath parent =
                        new FieldPath(path.steps().subList(0, path.steps().size() - 1));
                for (int i = 0; i < given.size() && last.index() + i <= FieldPath.MAX_INDEX; i++) {
                    put(read, parent.child(last.id(), last.index() + i), given.get(i));
                }
            }
        });
        return new Answers(read);
    }

    private static @Nullable FieldPath pathOrNull(String name) {
        try {
            return FieldPath.of(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void put(Map<FieldPath, String> values, FieldPath path, String value) {
        if (!value.isBlank()) {
            values.put(path, value);
        }
    }

    /** With one answer more or changed; a blank one removes it. */
    public Answers with(FieldPath path, String value) {
        TreeMap<FieldPath, String> changed = new TreeMap<>(values);
        changed.remove(path);
        put(changed, path, value);
        return new Answers(changed);
    }

    /** As {@link #with(FieldPath, String)}. @throws IllegalArgumentException if it is no path */
    public Answers with(String path, String value) {
        return with(FieldPath.of(path), value);
    }

    /** With the answers of the other one added, which win. */
    public Answers with(Answers other) {
        TreeMap<FieldPath, String> merged = new TreeMap<>(values);
        merged.putAll(other.values);
        return new Answers(merged);
    }

    /** Without the answer there, and without all that lie within. */
    public Answers without(FieldPath path) {
        TreeMap<FieldPath, String> changed = new TreeMap<>(values);
        changed.keySet().removeIf(p -> p.within(path));
        return new Answers(changed);
    }

    /** The answer there. */
    public Optional<String> value(FieldPath path) {
        return Optional.ofNullable(values.get(path));
    }

    /** As {@link #value(FieldPath)}. @throws IllegalArgumentException if it is no path */
    public Optional<String> value(String path) {
        return value(FieldPath.of(path));
    }

    /** All answers in the order of their paths; not changeable. */
    public SortedMap<FieldPath, String> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    /** Whether nothing is answered. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** With every answer changed. */
    Answers map(BiFunction<FieldPath, String, String> change) {
        TreeMap<FieldPath, String> changed = new TreeMap<>();
        values.forEach((path, value) -> put(changed, path, change.apply(path, value)));
        return new Answers(changed);
    }

    /** Hash of all answers, in hex. */
    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            values.forEach((path, value) ->
                    digest.update((path + "=" + value.length() + ":" + value + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers a && values.equals(a.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Answers[" + values.size() + "]";
    }
}
