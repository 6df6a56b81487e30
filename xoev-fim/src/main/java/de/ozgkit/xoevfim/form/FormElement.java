// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.Optional;
import java.util.function.Function;

/**
 * A group or a field at its place in a form.
 *
 * @since 0.1
 */
public sealed interface FormElement permits FormGroup, FormField {

    /** The FIM id, such as F60000319. */
    String id();

    /** The version, such as 1.2; may be empty. */
    String version();

    /** The label to show. */
    String label();

    /** The help to show beside it. */
    Optional<String> help();

    /** How it is called in a document made from the answers. */
    Output output();

    /** How often it may stand here. */
    Occurs occurs();

    /** The name of its JSON property: id, "V" and version. */
    default String jsonKey() {
        return version().isEmpty() ? id() : id() + "V" + version();
    }

    /** Whether it can have an answer: everything but a note. */
    default boolean answerable() {
        return fold(group -> true, field -> field.kind() != FormField.Kind.NOTE);
    }

    /**
     * Words for a document made from the answers, such as a notice: "Name of the dog" instead of "What is your dog called?".
     *
     * @param label the label; empty if it is that of the form
     * @param help the help; empty if there is none
     */
    record Output(Optional<String> label, Optional<String> help) {

        /** None of its own. */
        public static final Output NONE = new Output(Optional.empty(), Optional.empty());
    }

    /** Continues with what it is. */
    <R> R fold(Function<? super FormGroup, ? extends R> group, Function<? super FormField, ? extends R> field);
}
