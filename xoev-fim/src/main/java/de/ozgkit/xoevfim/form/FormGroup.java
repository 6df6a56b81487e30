// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A group of elements.
 *
 * @param id the FIM id
 * @param version the version, may be empty
 * @param label the label to show
 * @param help the help to show
 * @param output how it is called in a document made from the answers
 * @param occurs how often it may stand here
 * @param choice whether exactly one of the children is to be answered (Auswahlgruppe)
 * @param children what is in it, in order
 * @since 0.1
 */
public record FormGroup(
        String id,
        String version,
        String label,
        Optional<String> help,
        Output output,
        Occurs occurs,
        boolean choice,
        List<FormElement> children)
        implements FormElement {

    public FormGroup {
        children = List.copyOf(children);
    }

    /** What in it can be answered. */
    List<FormElement> answerableChildren() {
        return children.stream().filter(FormElement::answerable).toList();
    }

    FormGroup optional() {
        return new FormGroup(id, version, label, help, output, occurs.optional(), choice, children);
    }

    @Override
    public <R> R fold(Function<? super FormGroup, ? extends R> group, Function<? super FormField, ? extends R> field) {
        return group.apply(this);
    }
}
