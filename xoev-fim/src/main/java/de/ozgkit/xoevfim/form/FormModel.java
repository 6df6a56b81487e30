// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.genericode.CodeLists;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A form, told by a schema of XDatenfelder in either version: what to ask in which order, and what is acceptable. Immutable.
 *
 * @param id the FIM id of the schema, such as S00000094
 * @param version its version, may be empty
 * @param title what to write above the form
 * @param help an introduction
 * @param elements groups and fields in order
 * @param findings what of the schema could not be taken over; worth a look before going live
 * @since 0.1
 */
public record FormModel(
        String id,
        String version,
        String title,
        Optional<String> help,
        List<FormElement> elements,
        List<Finding> findings) {

    public FormModel {
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
    }

    /**
     * The form of a schema, a group or a field.
     *
     * @throws de.ozgkit.core.RejectedException {@code form.schema} if the schema contradicts itself, such as an impossible number of
     *     repeats, or if the message has no fields
     */
    public static FormModel of(XDatenfelderMessage schema) {
        return of(schema, CodeLists.none());
    }

    /** As {@link #of(XDatenfelderMessage)}, with code lists that are not part of the schema. */
    public static FormModel of(XDatenfelderMessage schema, CodeLists codeLists) {
        return schema.fold(v2 -> new Schema2(v2, codeLists).form(), v3 -> new Schema3(v3, codeLists).form());
    }

    /**
     * Answers in canonical form: German dates, times and numbers understood, spaces dropped where the form of a value asks for it. What
     * cannot be understood stays as it is, to be shown again.
     */
    public Answers normalise(Answers answers) {
        return answers.map((path, typed) -> find(path)
                .map(e -> e instanceof FormField field ? Value.of(field, typed).canonical() : null)
                .orElse(typed));
    }

    /** Checks all answers. They need not be normalised. */
    public ValidationReport validate(Answers answers) {
        return report(answers, finding -> true);
    }

    /** Checks one page: the findings at this place and within. Pages that were not shown yet stay silent. */
    public ValidationReport validate(Answers answers, FieldPath page) {
        return report(answers, finding -> FieldPath.of(finding.path()).within(page));
    }

    /** As {@link #validate(Answers, FieldPath)}, wherever the element stands in the form and in every repeat. */
    public ValidationReport validate(Answers answers, FormElement page) {
        return report(answers, finding -> {
            FieldPath path = FieldPath.of(finding.path());
            for (int i = 1; i <= path.steps().size(); i++) {
                if (find(new FieldPath(path.steps().subList(0, i)))
                        .filter(page::equals)
                        .isPresent()) {
                    return true;
                }
            }
            return false;
        });
    }

    private ValidationReport report(Answers answers, Predicate<Finding> filter) {
        List<Finding> found = new Validator(answers).validate(elements);
        return ValidationReport.of(true, found.stream().filter(filter).toList(), answers.sha256());
    }

    /** The element at a place; which repeat does not matter. */
    public Optional<FormElement> find(FieldPath path) {
        List<FormElement> level = elements;
        Optional<FormElement> found = Optional.empty();
        for (FieldPath.Step step : path.steps()) {
            found = level.stream().filter(e -> e.id().equals(step.id())).findFirst();
            level = found.map(e -> e instanceof FormGroup group ? group.children() : List.<FormElement>of())
                    .orElse(List.of());
        }
        return found;
    }

    /**
     * Acceptable answers as JSON. Properties are named id, "V" and version; what may repeat is an array; required groups are there even
     * when empty.
     *
     * @throws IllegalArgumentException if an answer has not the form of its kind: validate before
     */
    public String toJson(Answers answers) {
        return FormJson.write(this, answers);
    }

    /**
     * Answers from JSON, as {@link #toJson} writes it. Whether they are acceptable tells {@link #validate(Answers)}.
     *
     * @throws de.ozgkit.core.RejectedException {@code form.json} if it is no JSON or does not belong to this form
     */
    public Answers fromJson(String json) {
        return FormJson.read(this, json);
    }
}
